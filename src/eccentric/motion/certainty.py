"""How wrong a measured joint angle may be, estimated from the view, and which measurements that spoils.

Two errors are added as independent ones. Landmarks lie a few degrees off the joints; a limb that is seen foreshortened shows that error
enlarged. And the camera's yaw is known to some degrees only, so a limb that is turned back into the sagittal plane is turned too much or
too little. The sizes were measured on rendered people (docs/explanation/calibration.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, degrees, hypot, radians, tan

from eccentric.motion.angles import MAX_UNFOLD_YAW_DEG
from eccentric.terms.faults import FaultId

SIDE_VIEW_DEG = 4.0
YAW_KNOWN_TO_DEG = 8.0
POINT_PX = 1.0
MOST_YAW_DEG = 85.0
MOST_ERROR_DEG = 10.0
SHARE_OF_LIMIT = 0.75
SHARE_OF_RANGE = 0.2
TWO_LEGS = 2.2  # the far leg is half hidden, and its error adds to the near one's
BIAS_UNKNOWN = 1.25  # before the set has shown how differently the camera reads the two legs


def angle_error_deg(yaw_deg: float, thigh_px: float) -> float:
    """Degrees by which a joint angle may be wrong when the camera stands ``yaw_deg`` off the side and a thigh is ``thigh_px`` long."""
    yaw_rad = radians(min(abs(yaw_deg), MOST_YAW_DEG))
    blur_deg = degrees(POINT_PX / max(thigh_px, POINT_PX))
    landmarks_deg = hypot(SIDE_VIEW_DEG, blur_deg) / cos(yaw_rad)
    turned_deg = 0.5 * tan(yaw_rad) * YAW_KNOWN_TO_DEG
    left_folded_deg = 0.5 * degrees(max(0.0, cos(radians(MAX_UNFOLD_YAW_DEG)) / cos(yaw_rad) - 1.0))
    return hypot(landmarks_deg, turned_deg) + left_folded_deg


def carries(fault: FaultId, limits: Mapping[str, float], *, error_deg: float, expected_deg: float, bias_known: bool) -> bool:
    """Whether a fault can be judged with such an error: times always, ranges by the excursion that is expected, angles by their limit."""
    if fault is FaultId.ASYMMETRY:
        error_deg *= TWO_LEGS if bias_known else TWO_LEGS * BIAS_UNKNOWN
    if "fail_fraction" in limits:
        return error_deg <= SHARE_OF_RANGE * limits.get("expected_deg", expected_deg)
    return error_deg <= SHARE_OF_LIMIT * limits["fail_deg"] if "fail_deg" in limits else True
