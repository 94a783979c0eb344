"""One exercise as a table of words: what the picture shows, for a terminal or a page without pictures."""

from __future__ import annotations

import numpy as np

from eccentric.anatomy.picture.words import SHORT_NAMES
from eccentric.anatomy.profile import MuscleProfile


def muscle_rows(seen: MuscleProfile) -> list[dict[str, str]]:
    """One row a muscle; every cell is text for a person, - where the model says nothing."""
    rows = []
    for muscle, curve in seen.curves.muscles.items():
        length, work = curve.length_rel_standing, curve.lengthening_work_j()
        known = np.isfinite(curve.share_mid).any()
        share = f"{100 * np.nanmean(curve.share_low):.0f}-{100 * np.nanmean(curve.share_high):.0f} %" if known else "-"
        rows.append(
            {
                "muscle": muscle.value,
                "name": SHORT_NAMES[muscle],
                "length from-to": f"{length[0]:.2f}-{length[-1]:.2f}",
                "share of torque": share,
                "lowering work": f"{work[0]:.0f} J" if known else "-",
                "of it long": f"{100 * work[1] / work[0]:.0f} %" if known and work[0] > 0.5 else "-",
                "trust": "fair" if curve.trusted.all() else "low",
            }
        )
    return rows
