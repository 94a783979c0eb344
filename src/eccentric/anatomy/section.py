"""The part of a watch report that shows the muscles of the set: one sentence, one small picture, what it is not."""

from __future__ import annotations

from html import escape

import numpy as np

from eccentric.anatomy.curves import LONG
from eccentric.anatomy.picture.svg import Axes, bar, page, text
from eccentric.anatomy.watched import WatchedMuscles
from eccentric.terms.body import Muscle

WIDTH = 400  # narrow enough for a phone, and no smaller type on it


def section_html(seen: WatchedMuscles, heading: str = "Muscles at work") -> str:
    """A self-contained ``<section>`` with the sentence, the picture and the notes; no scripts, nothing fetched."""
    notes = "".join(f"<p>{escape(note)}</p>" for note in seen.notes)
    picture = lengths_svg(seen) if seen.long_work_share is not None or seen.long_time_share is not None else ""
    return (
        f'<section class="muscles-at-work"><h2>{escape(heading)}</h2>\n<p><strong>{escape(seen.sentence)}</strong></p>\n'
        f'{picture}\n<div class="muscles-notes">{notes}</div></section>\n'
    )


def lengths_svg(seen: WatchedMuscles) -> str:
    """Bars of the lowering's work at each length of the biceps femoris' long head; those beyond standing are solid."""
    edges, work = seen.bin_edges, np.maximum(seen.bin_work_j, 0.0)
    of = "work" if seen.long_work_share is not None else "time"
    low, high = min(float(edges[0]), 0.96), max(float(edges[-1]), 1.04)
    axes = Axes(4, 64, WIDTH - 8, 120, (low, high), (0, max(float(work.max()), 1e-9)))
    parts = [text(4, 26, f"Where your lowering's {of} went", "head"), text(4, 47, "model; biceps femoris, long head", "quiet")]
    for left, right, height in zip(edges[:-1], edges[1:], work, strict=True):
        css = "fill" if (left + right) / 2 > LONG else "band"
        parts.append(bar(axes.x(left) + 1, axes.y(height), axes.x(right) - axes.x(left) - 2, axes.top + axes.height - axes.y(height), css))
    bottom, x = axes.top + axes.height, axes.x(LONG)
    parts.append(f'<line class="hair" x1="4" x2="{WIDTH - 4}" y1="{bottom:.1f}" y2="{bottom:.1f}"/>')
    parts.append(f'<line class="ink dot" x1="{x:.1f}" x2="{x:.1f}" y1="{axes.top:.1f}" y2="{bottom:.1f}"/>')
    parts.append(text(min(max(x, 60), WIDTH - 60), bottom + 20, "as standing", "quiet", "middle"))
    parts.append(text(4, bottom + 40, "← shorter", "quiet"))
    parts.append(text(WIDTH - 4, bottom + 40, "longer →", "quiet", "end"))
    return page(WIDTH, bottom + 54, f"{seen.sentence} {_range(seen)}", parts)


def _range(seen: WatchedMuscles) -> str:
    length = seen.length_rel_standing[Muscle.BFLH][seen.lowering]
    length = length[np.isfinite(length)]
    return f"Lengths from {length.min():.2f} to {length.max():.2f} of standing." if length.size else ""
