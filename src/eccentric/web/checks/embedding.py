"""The report's page as a part of ours: its own style and body for a shadow root, without inline styles or scripts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
FOOT = re.compile(r"<footer>(.*?)</footer>", re.DOTALL)
TAG_WITH_STYLE = re.compile(r'<([a-zA-Z][\w-]*)((?:\s[^<>]*?)?)\sstyle="([^"]*)"([^<>]*)>')
CLASS = re.compile(r'\sclass="([^"]*)"')
OWN_TOKENS = re.compile(r"(?::root|svg\.muscles|\[data-theme=\w+\] svg\.muscles)\s*\{[^{}]*\}")
EMPTY_MEDIA = re.compile(r"@media \(prefers-color-scheme:\s*dark\)\s*\{\s*\}")


@dataclass(frozen=True, slots=True)
class Embedded:
    """Style and body of a report; colours come from the page around."""

    style: str
    body: str
    foot: str


def embed(html: str) -> Embedded:
    """Take a report's page apart: style attributes become classes, its own colours give way to those of our page."""
    rules: dict[str, str] = {}
    styles = [OWN_TOKENS.sub("", style) for style in STYLE.findall(html)]
    bare = STYLE.sub("", html)
    main, foot = MAIN.search(bare), FOOT.search(bare)
    body = _classes(main.group(1) if main else "", rules)
    named = "".join(f".{name}{{{style}}}" for style, name in rules.items())
    style = EMPTY_MEDIA.sub("", "\n".join(dict.fromkeys(styles))) + named
    return Embedded(style.replace("</", "<\\/"), body, foot.group(1) if foot else "")


def _classes(html: str, rules: dict[str, str]) -> str:
    """Replace each style attribute by a class that ``rules`` (style to class) then holds."""

    def replaced(match: re.Match[str]) -> str:
        tag, before, style, after = match.groups()
        name = rules.setdefault(style, "s" + hashlib.sha256(style.encode()).hexdigest()[:8])
        rest, end = (before + after).removesuffix("/"), "/" if after.endswith("/") else ""
        rest = CLASS.sub(rf' class="\1 {name}"', rest, count=1) if CLASS.search(rest) else f'{rest} class="{name}"'
        return f"<{tag}{rest}{end}>"

    return TAG_WITH_STYLE.sub(replaced, html)


@lru_cache(maxsize=16)
def _embedded(path: Path, changed_ns: int) -> Embedded:  # noqa: ARG001 (part of the key)
    return embed(path.read_text(encoding="utf-8"))


def embedded(path: Path) -> Embedded | None:
    """The report in a file, made ready once; None when there is no such file."""
    try:
        return _embedded(path, path.stat().st_mtime_ns)
    except OSError:
        return None
