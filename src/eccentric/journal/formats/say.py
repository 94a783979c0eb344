"""The account of an import in plain sentences, for a terminal."""

from __future__ import annotations

from collections import Counter

from eccentric.journal.formats.summary import ImportSummary

SHOWN_SKIPPED = 10
SHOWN_NAMES = 15


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def summary_lines(summary: ImportSummary) -> list[str]:
    """Sentences: what was read and made, what was skipped and why, and which names to look at."""
    dialect = f" ({summary.dialect})" if summary.dialect else ""
    counts = ", ".join((_count(summary.rows, "row"), _count(summary.sessions, "session"), _count(summary.sets, "set")))
    lines = [f"{summary.format}{dialect}: {counts}."]
    if summary.skipped:
        lines.append(f"Skipped {_count(len(summary.skipped), 'row')}:")
        lines += [f"  line {row.line}: {row.reason}" for row in summary.skipped[:SHOWN_SKIPPED]]
        rest = Counter(row.reason for row in summary.skipped[SHOWN_SKIPPED:])
        lines += [f"  and {count:,} more: {reason}" for reason, count in rest.most_common(5)]
    close = [name for name in summary.unmatched if name.suggestion]
    if close:
        lines.append("Kept under their own names; are these ours?")
        lines += [f"  {item.name} -> {item.suggestion}? ({item.confidence:.0%} alike)" for item in close[:SHOWN_NAMES]]
    others = len(summary.unmatched) - len(close[:SHOWN_NAMES])
    if others:
        lines.append(f"{_count(others, 'other name')} kept as written.")
    return lines
