"""What is known of hamstring exercises, and whether the model says it too."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from tests.anatomy.conftest import Make

from eccentric.anatomy import curves
from eccentric.anatomy.body import Body, segments
from eccentric.anatomy.curves import Curves, Joint, muscle_curves
from eccentric.anatomy.fibres import fibre_lengths, passive_force
from eccentric.anatomy.loads import BackExtension, Kneeling, Limb, Load, Machine
from eccentric.anatomy.paths import Floats, paths
from eccentric.anatomy.profile import profile, relative_lengths, summary
from eccentric.anatomy.tables import load_table
from eccentric.library.read import read_exercise
from eccentric.terms.body import HAMSTRINGS, Muscle

BODY = Body()
TWO_JOINT = (Muscle.BFLH, Muscle.SEMITEN, Muscle.SEMIMEM)


def _along(hip: tuple[float, float] | float, knee: tuple[float, float] | float, poses: int = 101) -> tuple[Floats, Floats]:
    hip_deg, knee_deg = (np.linspace(*(each if isinstance(each, tuple) else (each, each)), poses) for each in (hip, knee))
    return hip_deg, knee_deg


def _mean(muscle: Muscle, *parts: tuple[Floats, Floats]) -> float:
    return float(np.concatenate([relative_lengths(*part)[muscle] for part in parts]).mean())


LYING, LYING_20, SEATED, SEATED_100 = _along(0, (0, 120)), _along(20, (0, 120)), _along(90, (0, 100)), _along(100, (0, 100))
STANDING, NORDIC, NORDIC_30 = _along(0, (0, 100)), _along(0, (90, 0)), _along(30, (90, 0))
RDL, BACK_EXTENSION = _along((0, 90), 15), _along((0, 80), 0)
GHR = (_along((80, 0), 0), _along(0, (0, 90)))  # fold and rise at the hips, then bend the knees


@pytest.mark.parametrize("muscle", HAMSTRINGS)
def test_seated_is_longer_than_lying_for_all_but_the_short_head(muscle: Muscle) -> None:
    seated, lying = _mean(muscle, _along(90, (0, 110))), _mean(muscle, _along(0, (0, 110)))
    if muscle is Muscle.BFSH:
        assert seated == pytest.approx(lying, abs=1e-12)
    else:
        assert seated > lying + 0.1


@pytest.mark.parametrize("measure", ["mean", "max"])
@pytest.mark.parametrize("muscle", TWO_JOINT)
def test_order_of_exercises_by_length(muscle: Muscle, measure: str) -> None:
    """Three reference models agree on this order; the band and the standing curl share one path. Peaks may tie (one per cent)."""
    ladder = [(LYING,), (STANDING,), (NORDIC,), (LYING_20,), (NORDIC_30,), GHR, (RDL,), (BACK_EXTENSION,), (SEATED,), (SEATED_100,)]
    of = np.mean if measure == "mean" else np.max
    values = [float(of(np.concatenate([relative_lengths(*part)[muscle] for part in parts]))) for parts in ladder]
    least = 0.001 if measure == "mean" else -0.01
    assert all(later - earlier > least for earlier, later in pairwise(values))


def test_romanian_deadlift_is_not_simply_the_longest() -> None:
    """It peaks level with a back extension and below a straight-knee seated curl."""
    peaks = [relative_lengths(*part)[Muscle.BFLH].max() for part in (RDL, BACK_EXTENSION, SEATED_100)]
    assert peaks[0] == pytest.approx(peaks[1], abs=0.005)
    assert peaks[0] < peaks[2]


def test_a_nordic_is_short_to_mid(make_exercise: Make) -> None:
    nordic = make_exercise("body-weight", "nordic", posture="kneeling", hip_flexion_deg=(0, 20), lengthened_deg=34, shortened_deg=85)
    found = summary(nordic)
    assert found.length_class in ("short", "mid")
    assert found.dominant == "knee"
    assert found.peak_at == 1.0
    assert profile(nordic).curves.demand.knee_nm[-1] == pytest.approx(199, rel=0.03)


def test_a_slouched_seat_shortens_the_hamstrings(make_exercise: Make) -> None:
    seated = make_exercise(posture="seated", hip_flexion_deg=(80, 110))
    tall, slouched = (profile(seated, pelvis_tilt_deg=tilt).curves.muscles for tilt in (0, -30))
    for muscle in TWO_JOINT:
        assert np.all(slouched[muscle].length_rel_standing < tall[muscle].length_rel_standing - 0.03)
    assert slouched[Muscle.BFSH].length_rel_standing == pytest.approx(tall[Muscle.BFSH].length_rel_standing)
    # the order changes: slouched far enough, seated is no longer longer than a back extension
    assert slouched[Muscle.BFLH].length_rel_standing.mean() < _mean(Muscle.BFLH, BACK_EXTENSION)


def _work(curves: Curves, load_nm: Floats, angle_deg: Floats) -> tuple[float, float]:
    """Work that the load did on the joint, and work that it did on the muscles (joules), by trapezoids."""
    turn = np.diff(np.radians(angle_deg))
    held = load_nm - curves.shortfall_nm + curves.surplus_nm
    external = -float(((held[1:] + held[:-1]) / 2 * turn).sum())
    inner = sum(float((np.diff(m.length_m) * (m.force_n[1:] + m.force_n[:-1]) / 2).sum()) for m in curves.muscles.values())
    return external, inner


@pytest.mark.parametrize(
    ("load", "hip_deg", "knee_deg"), [(Machine(40), 0, (90, 5)), (Machine(60), 90, (80, 20)), (Limb("prone", 3), 10, (85, 0))]
)
def test_knee_power_balances(load: Load, hip_deg: float, knee_deg: tuple[float, float]) -> None:
    """What the load does to the knee, the lengthening muscles take up, within 1 %."""
    hip, knee = _along(hip_deg, knee_deg, 400)
    demand = load.demand(hip, knee, segments(BODY))
    curves = muscle_curves(hip, knee, demand, Joint.KNEE, BODY)
    assert not curves.infeasible.any()
    external, inner = _work(curves, demand.knee_nm, knee)
    assert inner == pytest.approx(external, rel=0.01)
    assert external > 1


def test_hip_power_balances() -> None:
    hip, knee = _along((10, 80), 5, 400)
    demand = BackExtension(45, 10).demand(hip, knee, segments(BODY))
    curves = muscle_curves(hip, knee, demand, Joint.HIP, BODY)
    external, inner = _work(curves, demand.hip_nm, -hip)
    assert inner == pytest.approx(external, rel=0.01)


def test_power_balances_even_past_the_breaking_point() -> None:
    """Where a Nordic cannot be held, what is held still balances."""
    hip, knee = _along(0, (89, 0), 400)
    demand = Kneeling().demand(hip, knee, segments(BODY))
    curves = muscle_curves(hip, knee, demand, Joint.KNEE, BODY)
    assert curves.infeasible.any()
    external, inner = _work(curves, demand.knee_nm, knee)
    assert inner == pytest.approx(external, rel=0.01)


def test_strength_is_set_by_where_recreational_men_break_in_a_nordic() -> None:
    """halham-2021: they broke at knee 54, hips 16.7 degrees; strength was chosen so that this pose can just be held."""
    hip, knee = np.array([16.7]), np.array([54.0])
    curves = muscle_curves(hip, knee, Kneeling().demand(hip, knee, segments(BODY)), Joint.KNEE, BODY)
    assert curves.capacity_nm[0] == pytest.approx(curves.demand.knee_nm[0], rel=0.02)


def test_passive_hip_torque_lies_where_models_put_it() -> None:
    """Hip at 90, knee straight: 47, 108 and 184 Nm in three published models; our band must overlap and never leave them far behind."""
    table, found = load_table(), paths(90.0, 0.0)
    fibres = fibre_lengths(found.length_m, paths(0.0, 0.0).length_m[:, 0], table)
    torque = [-(passive_force(f) * table.max_force_n[:, None] * found.hip_arm_m).sum() for f in (fibres.low, fibres.mid, fibres.high)]
    assert 40 < torque[0] < torque[1] < torque[2] < 200


def test_a_heavy_bar_says_infeasible_and_never_raises(make_exercise: Make) -> None:
    deadlift = make_exercise(
        "barbell",
        "hip-hinge",
        driver="hip_flexion",
        posture="standing",
        lengthened_deg=90,
        shortened_deg=5,
        hip_flexion_deg=(0, 100),
        knee_flexion_deg=(8, 30),
    )
    light, heavy = profile(deadlift, external_load_kg=20), profile(deadlift, external_load_kg=400)
    assert not light.curves.infeasible.any()
    assert heavy.curves.infeasible.any()
    assert heavy.curves.shortfall_nm.max() > 100


def test_the_calf_never_takes_over() -> None:
    """It may be idle (the ankle holds nothing) and never carries more than 30 % of its own strength."""
    hip, knee = _along(0, (90, 5))
    curves = muscle_curves(hip, knee, Machine(80).demand(hip, knee, segments(BODY)), Joint.KNEE, BODY)
    calf = [curves.muscles[muscle] for muscle in (Muscle.GASMED, Muscle.GASLAT)]
    assert max(float(each.share_low.max()) for each in calf) < 0.01
    assert 0.02 < sum(float(each.share_high.mean()) for each in calf) < 0.25
    assert max(float(each.tension.max()) for each in calf) < 0.3


def test_scaling_the_body_scales_the_curves() -> None:
    hip, knee = _along(45, (90, 0))
    still = Machine(0).demand(hip, knee, segments(BODY))
    small, tall = (muscle_curves(hip, knee, still, Joint.KNEE, Body(75, height)) for height in (1.5, 1.8))
    heavy = muscle_curves(hip, knee, still, Joint.KNEE, Body(150, 1.5))
    np.testing.assert_allclose(tall.muscles[Muscle.BFLH].length_m, small.muscles[Muscle.BFLH].length_m * 1.2)
    np.testing.assert_allclose(tall.muscles[Muscle.BFLH].length_rel_standing, small.muscles[Muscle.BFLH].length_rel_standing)
    np.testing.assert_allclose(tall.capacity_nm, small.capacity_nm, rtol=1e-9)
    np.testing.assert_allclose(heavy.capacity_nm, 2 * small.capacity_nm, rtol=1e-9)


KINDS = ("machine", "cable", "limb", "band", "body-weight", "barbell", "dumbbell", "kettlebell", "partner", "none")
POSTURES = ("prone", "seated", "standing", "kneeling", "supine", "bent-over", "quadruped", "incline", "side-lying")


@pytest.mark.parametrize("kind", KINDS)
def test_no_exercise_file_makes_it_raise(make_exercise: Make, kind: str) -> None:
    for posture, driver, pattern in product(POSTURES, ("knee_flexion", "hip_flexion", "none"), ("knee-flexion", "hip-hinge", "bridge")):
        exercise = make_exercise(kind, pattern, driver=driver, posture=posture, hip_flexion_deg=(-30, 130), lengthened_deg=-5)
        seen = profile(exercise, poses=3)
        assert np.isfinite(seen.curves.muscles[Muscle.BFLH].length_m).all()
        assert (seen.load.load is None) == bool(np.isnan(seen.curves.demand.hip_nm).all() and np.isnan(seen.curves.demand.knee_nm).all())


@pytest.mark.parametrize("exercise", ["nordic-curl", "romanian-deadlift", "seated-leg-curl", "lying-leg-curl"])
@pytest.mark.parametrize("strength", [1.0, 1.7])
def test_the_calibrated_strength_hardly_moves_the_shares(exercise: str, strength: float, monkeypatch: pytest.MonkeyPatch) -> None:
    page = read_exercise(exercise)
    usual = profile(page).curves.muscles
    monkeypatch.setattr(curves, "STRENGTH", strength)
    other = profile(page).curves.muscles
    for muscle in HAMSTRINGS:
        assert np.nanmean(other[muscle].share_mid) == pytest.approx(np.nanmean(usual[muscle].share_mid), abs=0.025)
