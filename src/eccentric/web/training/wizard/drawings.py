"""Line drawings of equipment and the two body outlines of the pain map, all our own; 64 x 48 and 120 x 260 units."""

from __future__ import annotations

EQUIPMENT: dict[str, tuple[str, str]] = {
    "resistance-band": ("Elastic band", "M12 34C12 14 52 14 52 34M12 34C12 40 20 40 22 34M52 34C52 40 44 40 42 34M22 34C24 22 40 22 42 34"),
    "dumbbell": ("Dumbbells", "M22 24H42M16 14V34M22 12V36M42 12V36M48 14V34M12 20V28M52 20V28"),
    "barbell": ("Barbell", "M4 24H60M12 12V36M17 15V33M52 12V36M47 15V33"),
    "kettlebell": ("Kettlebell", "M24 20C20 6 44 6 40 20M24 20C12 26 14 42 24 42H40C50 42 52 26 40 20Z"),
    "squat-rack": ("Rack", "M18 6V44M46 6V44M12 44H24M40 44H52M18 8H46M18 18H22M46 18H42M4 16H60"),
    "bench": ("Flat bench", "M8 24H56V29H8ZM14 29V42M50 29V42M9 42H19M45 42H55"),
    "seated-leg-curl-machine": (
        "Seated leg curl",
        "M20 8L24 28H42M24 28V42M42 28L50 40M42 28V42M16 42H50M47 38A4 4 0 1 0 53 42M36 22H46",
    ),
    "lying-leg-curl-machine": ("Lying leg curl", "M6 28H44L50 24M12 28V42M40 28V42M6 42H48M50 24L56 12M53 9A4 4 0 1 0 59 13"),
    "standing-leg-curl-machine": ("Standing leg curl", "M20 6V42M12 42H44M20 20H30M20 28H34M34 28L44 36M41 33A4 4 0 1 0 47 39"),
    "kneeling-leg-curl-machine": ("Kneeling leg curl", "M12 18H28M20 18V42M20 30H40M12 42H52M40 30L50 20M47 17A4 4 0 1 0 53 23"),
    "leg-extension-machine": ("Leg extension", "M18 8L22 28H42M22 28V42M14 42H46M42 28L56 22M53 19A4 4 0 1 0 59 25"),
    "leg-press-machine": ("Leg press", "M8 40L22 22M8 40H24M22 22L28 28M30 34L46 12M40 8L52 18M24 42H56M46 22L56 42"),
    "cable": ("Cable pulley", "M14 4V44M8 44H22M14 8H30M30 8A3 3 0 1 0 30 14A3 3 0 1 0 30 8M30 14L46 36M42 36H50M44 36V41H48V36"),
    "nordic-anchor": (
        "Something to hold your feet",
        "M6 42H58M10 42V30H18V42M18 36C26 36 28 38 34 38L44 38M38 38L40 18M40 14A4 4 0 1 0 40 6A4 4 0 1 0 40 14",
    ),
    "ghr-bench": ("Glute-ham bench", "M16 42H50M24 42V26M14 26C14 16 32 16 32 26ZM32 28L50 22M46 16H54V30H46Z"),
    "back-extension-bench": ("45° back extension", "M10 42H52M18 42L40 14M34 10L48 20L42 27L29 17ZM14 34L22 40M48 42L36 24"),
    "reverse-hyper-machine": ("Reverse hyper", "M8 16H40V22H8ZM14 22V42M34 22V42M8 42H46M40 22L52 38M48 38H56"),
    "swiss-ball": ("Gym ball", "M32 6A18 18 0 1 0 32 42A18 18 0 1 0 32 6M18 16C26 22 38 22 46 16M18 32C26 26 38 26 46 32"),
    "sliders": (
        "Sliders",
        "M8 32A10 5 0 1 0 28 32A10 5 0 1 0 8 32M36 32A10 5 0 1 0 56 32A10 5 0 1 0 36 32"
        "M12 22H24M40 22H52M20 18L24 22L20 26M48 18L52 22L48 26",
    ),
    "suspension-trainer": ("Suspension straps", "M32 4L20 34M32 4L44 34M14 34H26L20 42ZM38 34H50L44 42Z"),
    "ankle-weight": ("Ankle weights", "M14 16C22 12 42 12 50 16V32C42 36 22 36 14 32ZM24 14V34M34 13V35M44 14V34"),
    "weight-plate": ("Weight plate", "M32 4A20 20 0 1 0 32 44A20 20 0 1 0 32 4M32 20A4 4 0 1 0 32 28A4 4 0 1 0 32 20M32 10V14M32 34V38"),
    "box": ("Box or step", "M10 18L32 10L54 18V38L32 44L10 38ZM10 18L32 25L54 18M32 25V44"),
    "partner": (
        "Somebody to help",
        "M20 14A5 5 0 1 0 20 4A5 5 0 1 0 20 14M44 14A5 5 0 1 0 44 4A5 5 0 1 0 44 14"
        "M20 14V30L14 44M20 30L26 44M44 14V30L38 44M44 30L50 44M20 20L32 24L44 20",
    ),
}
"""Equipment id -> (what a person calls it, path)."""

HALF = (
    "M60 12C70 12 76 20 76 30C76 38 72 44 68 47L70 56C86 58 92 62 94 74L100 128L94 130L84 84L82 120L84 140L80 190L78 246H64L62 150L60 146"
)
"""The right half of a standing body's outline; the left half is its mirror image."""

REGIONS: dict[str, tuple[str, tuple[tuple[str, float, float, float, float], ...]]] = {
    "hamstring": ("Back of the thigh", (("back", 73, 168, 9, 22),)),
    "sit-bone": ("Sit bone, at the top of the hamstring", (("back", 71, 136, 7, 7),)),
    "low-back": ("Low back", (("back", 66, 104, 7, 11),)),
    "hip": ("Hip", (("front", 82, 128, 6, 9),)),
    "groin": ("Groin", (("front", 66, 144, 5, 8),)),
    "front-thigh": ("Front of the thigh", (("front", 74, 166, 9, 20),)),
    "knee": ("Knee", (("front", 72, 196, 8, 8), ("back", 72, 196, 8, 6))),
    "calf": ("Calf", (("back", 72, 218, 7, 15),)),
    "ankle": ("Ankle", (("front", 71, 240, 6, 6),)),
}
"""Site -> (its name, ellipses on a view: centre and radii on the right half as drawn)."""


def equipment_svg(path: str) -> str:
    """A drawing of equipment."""
    return f'<svg class="drawing" viewBox="0 0 64 48" aria-hidden="true" focusable="false"><path d="{path}"/></svg>'


def body_svg(view: str) -> str:
    """One view of the pain map. Seen from behind, the person's right is on the right; from the front it is on the left."""
    parts = [f'<path class="outline" d="{HALF}"/>', f'<path class="outline" d="{HALF}" transform="matrix(-1 0 0 1 120 0)"/>']
    sides = ("right", "left") if view == "back" else ("left", "right")
    for site, (_, ellipses) in REGIONS.items():
        for where, x, y, rx, ry in ellipses:
            if where == view:
                parts += [_region(site, sides[0], x, y, rx, ry), _region(site, sides[1], 120 - x, y, rx, ry)]
    return f'<svg class="body" viewBox="10 4 100 250" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


def _region(site: str, side: str, x: float, y: float, rx: float, ry: float) -> str:
    return f'<ellipse class="region" data-region="{site}-{side}" cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}"/>'
