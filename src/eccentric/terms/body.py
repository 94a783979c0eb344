"""The parts of the body that every room names in the same way."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """A side of the person's own body, or both."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Sex(StrEnum):
    """Sex, as body-segment tables use it."""

    FEMALE = "female"
    MALE = "male"


class Phase(StrEnum):
    """What the hamstrings are doing: lengthening, shortening, or holding at either end."""

    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    PAUSE_LENGTHENED = "pause_lengthened"
    PAUSE_SHORTENED = "pause_shortened"


class Muscle(StrEnum):
    """Muscles by their short anatomical names (one leg)."""

    BFLH = "bflh"
    BFSH = "bfsh"
    SEMITEN = "semiten"
    SEMIMEM = "semimem"
    GASMED = "gasmed"
    GASLAT = "gaslat"
    GLMAX = "glmax"
    GRAC = "grac"
    SART = "sart"
    ADDMAG = "addmag"
    RECFEM = "recfem"
    VASTI = "vasti"
    SOLEUS = "soleus"
    ERECTOR = "erector"


MUSCLE_NAMES: dict[Muscle, str] = {
    Muscle.BFLH: "biceps femoris, long head",
    Muscle.BFSH: "biceps femoris, short head",
    Muscle.SEMITEN: "semitendinosus",
    Muscle.SEMIMEM: "semimembranosus",
    Muscle.GASMED: "gastrocnemius, inner head",
    Muscle.GASLAT: "gastrocnemius, outer head",
    Muscle.GLMAX: "gluteus maximus",
    Muscle.GRAC: "gracilis",
    Muscle.SART: "sartorius",
    Muscle.ADDMAG: "adductor magnus",
    Muscle.RECFEM: "rectus femoris",
    Muscle.VASTI: "vasti",
    Muscle.SOLEUS: "soleus",
    Muscle.ERECTOR: "erector spinae",
}

HAMSTRINGS = (Muscle.BFLH, Muscle.BFSH, Muscle.SEMITEN, Muscle.SEMIMEM)
