"""What a profile names is in the library, or it is said at once."""

from __future__ import annotations

import pytest
from tests.plan.people import person

from eccentric.library.read import read_library
from eccentric.plan.known import of_the_library
from eccentric.terms.errors import BadInput

EXERCISES = read_library().exercises


@pytest.mark.parametrize(
    "name", ["dumbell", "barbel", "seated-legcurl-machine", "resistence-band", "leg-curl-machine", "kettle-bells", "gym-bal"]
)
def test_misspelt_equipment_is_told(name: str) -> None:
    with pytest.raises(BadInput, match=f"equipment.0: expected equipment of the library, perhaps '.*', found '{name}'"):
        of_the_library(person(equipment=[name]), EXERCISES)


@pytest.mark.parametrize(
    "name", ["dumbbells", "band", "trx", "leg-press", "treadmill", "pull-up-bar", "smith-machine", "foam-roller", "mat"]
)
def test_equipment_of_other_names_or_other_uses_is_fine(name: str) -> None:
    profile = person(equipment=[name])
    assert of_the_library(profile, EXERCISES) is profile


def test_every_name_of_the_library_is_known() -> None:
    every = sorted({each for page in EXERCISES.values() for each in page.classification.equipment})
    assert of_the_library(person(equipment=every), EXERCISES).equipment == every
