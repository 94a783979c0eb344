// Search without a network: the same words and weights as `eccentric library search`, in small.
"use strict";
(() => {
  const WEIGHT = { name: 1, "also called": 0.98, question: 0.78, mistake: 0.78, purpose: 0.7, equipment: 0.6, condition: 0.6, muscle: 0.55, kind: 0.55 };
  const stop = new Set(LIBRARY.stop);
  const rows = LIBRARY.rows.map(([id, name, units]) => ({ id, name, units: units.map(([kind, shown, text]) => ({ kind, shown, words: new Set(text.split(" ")) })) }));
  const count = new Map();
  for (const row of rows) for (const word of new Set(row.units.flatMap((unit) => [...unit.words]))) count.set(word, (count.get(word) || 0) + 1);
  const rarity = (word) => Math.log(1 + (rows.length + 1) / ((count.get(word) || 0) + 0.5));

  const stem = (word) => {
    if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
    if (/(ses|ches)$/.test(word)) word = word.slice(0, -2);
    else if (word.endsWith("s") && word.length > 3 && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      if (word.endsWith(ending) && word.length > ending.length + 3 && word !== "hamstring") {
        let root = word.slice(0, -ending.length);
        if (root.length > 3 && root.at(-1) === root.at(-2) && !"ls".includes(root.at(-1))) root = root.slice(0, -1);
        return root;
      }
    }
    return word;
  };
  const distance = (a, b) => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      row = next;
    }
    return row[b.length];
  };
  const near = (word) => {
    const found = new Map();
    for (const known of count.keys()) {
      if (word.length > 2 && known.startsWith(word)) found.set(known, 0.9);
      else if (word.length > 3 && Math.abs(known.length - word.length) < 3) {
        const like = 1 - distance(word, known) / Math.max(word.length, known.length);
        if (like >= 0.66) found.set(known, like * like);
      }
    }
    return new Map([...found].sort((a, b) => b[1] - a[1]).slice(0, 6));
  };
  const meanings = (query) => {
    let text = " " + query.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim() + " ";
    for (const [phrase, tokens] of Object.entries(LIBRARY.phrases)) text = text.replaceAll(` ${phrase} `, ` ${tokens} `);
    const words = text.trim().split(" ").filter(Boolean);
    const tokens = words.filter((word) => !stop.has(word)).flatMap((word) => (LIBRARY.words[word] ?? LIBRARY.words[stem(word)] ?? stem(word)).split(" ")).filter((token) => !stop.has(token));
    return [...new Set(tokens)].map((token) => (count.has(token) ? new Map([[token, 1]]) : near(token)));
  };
  const fit = (unit, wanted, total) => {
    let asked = 0, answered = 0, whole = 0, met = 0;
    for (const word of unit.words) whole += rarity(word);
    for (const meaning of wanted) {
      let best = 0, token = "";
      for (const [word, sure] of meaning) if (unit.words.has(word) && sure > best) [best, token] = [sure, word];
      met += best ? 1 : 0;
      asked += best * (meaning.worth || 0);
      answered += best && best * rarity(token);
    }
    if (!asked) return 0;
    const recall = asked / total, precision = answered / whole;
    return unit.kind === "name" || unit.kind === "also called" ? (WEIGHT[unit.kind] * 3 * precision * recall) / (precision + 2 * recall)
      : ((met === 1 && (unit.kind === "question" || unit.kind === "mistake") ? 0.6 : 1) * (WEIGHT[unit.kind] || 0.4) * 5 * precision * recall) / (4 * precision + recall);
  };
  const find = (query) => {
    const wanted = meanings(query);
    for (const meaning of wanted) meaning.worth = meaning.size ? rarity([...meaning].reduce((a, b) => (b[1] > a[1] ? b : a))[0]) : 0.5;
    const total = wanted.reduce((sum, meaning) => sum + meaning.worth, 0);
    if (!total) return [];
    return rows.map((row) => {
      let best = 0, why = null, bag = 0;
      for (const unit of row.units) { const score = fit(unit, wanted, total); if (score > best) [best, why] = [score, unit]; }
      for (const meaning of wanted) {
        let most = 0;
        for (const [word, sure] of meaning) for (const unit of row.units) if (unit.words.has(word)) most = Math.max(most, sure * (WEIGHT[unit.kind] || 0.4));
        bag += (most * meaning.worth) / total;
      }
      return { row, score: best + 0.45 * bag, why };
    }).filter((hit) => hit.score > 0.3).sort((a, b) => b.score - a.score).slice(0, 12);
  };

  const box = document.getElementById("q"), found = document.getElementById("found"), all = document.getElementById("all");
  const show = () => {
    const query = box.value.trim();
    found.textContent = "";
    all.hidden = query.length > 1;
    if (query.length < 2) return;
    const hits = find(query), list = document.createElement("ol");
    for (const { row, why } of hits) {
      const item = document.createElement("li"), link = document.createElement("a"), name = document.createElement("strong"), reason = document.createElement("span");
      link.href = row.id + ".html"; name.textContent = row.name; reason.className = "quiet"; reason.textContent = why ? `${why.kind}: ${why.shown}` : "";
      link.append(name, reason); item.append(link); list.append(item);
    }
    found.append(hits.length ? list : Object.assign(document.createElement("p"), { textContent: box.dataset.nothing }));
  };
  box.addEventListener("input", show);
  show();
})();
