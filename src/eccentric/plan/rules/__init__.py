"""One rule a file: each lays a constraint (hard) or a cost (a wish) on the solver's desk."""

from __future__ import annotations

from eccentric.plan.rules.base import Rule
from eccentric.plan.rules.both_functions import BothFunctions
from eccentric.plan.rules.cover_heads import CoverHeads
from eccentric.plan.rules.days_allowed import DaysAllowed
from eccentric.plan.rules.familiar import Familiar
from eccentric.plan.rules.few_exercises import FewExercises
from eccentric.plan.rules.first_exposures import FirstExposures
from eccentric.plan.rules.frequency import Frequency
from eccentric.plan.rules.gap_between_sessions import GapBetweenSessions
from eccentric.plan.rules.goal_dose import GoalDose
from eccentric.plan.rules.likes import Likes
from eccentric.plan.rules.loadable import Loadable
from eccentric.plan.rules.long_length import LongLength
from eccentric.plan.rules.nordic_for_sprinters import NordicForSprinters
from eccentric.plan.rules.one_of_each_a_day import OneOfEachADay
from eccentric.plan.rules.quads_balance import QuadsBalance
from eccentric.plan.rules.rotate_days import RotateDays
from eccentric.plan.rules.seated_share import SeatedShare
from eccentric.plan.rules.session_cap import SessionCap
from eccentric.plan.rules.session_time import SessionTime
from eccentric.plan.rules.sets_aim import SetsAim
from eccentric.plan.rules.sport_spacing import SportSpacing
from eccentric.plan.rules.spread_days import SpreadDays
from eccentric.plan.rules.weak_first import WeakFirst
from eccentric.plan.rules.weekly_band import WeeklyBand
from eccentric.plan.rules.worth_the_set import WorthTheSet

HARD: tuple[Rule, ...] = (SessionTime(), WeeklyBand(), GapBetweenSessions(), BothFunctions(), FirstExposures(), SessionCap(), DaysAllowed())
WISHES: tuple[Rule, ...] = (
    OneOfEachADay(),
    SetsAim(),
    NordicForSprinters(),
    SeatedShare(),
    CoverHeads(),
    LongLength(),
    WeakFirst(),
    Likes(),
    Familiar(),
    RotateDays(),
    QuadsBalance(),
    Frequency(),
    SportSpacing(),
    GoalDose(),
    Loadable(),
    WorthTheSet(),
    SpreadDays(),
    FewExercises(),
)
