"""The safety questions: what is asked before anything is planned, and which rule reads each answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Answer = bool | Literal["unknown"]


@dataclass(frozen=True, slots=True)
class Question:
    """One yes-or-no question; ``group`` is the screen on which a form shows it, ``rule`` the gate that reads the answer."""

    id: str
    rule: str
    group: str
    text: str


_TABLE: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("SAF-01", "Back and nerves, urgent"): (
        ("new-bladder-or-bowel-change", "Is there a new change in how you pass or hold urine or stool, or can't you feel it?"),
        ("saddle-numbness", "Is the area that would touch a saddle numb?"),
        ("weak-or-numb-in-both-legs", "Are both legs newly weak or numb?"),
        ("new-sexual-dysfunction", "Has sexual function or feeling changed suddenly?"),
        ("pain-down-both-legs", "Does pain shoot down both legs?"),
    ),
    ("SAF-02", "Clots"): (
        ("active-cancer", "Do you have active cancer, or treatment for it within six months?"),
        ("leg-paralysed-or-in-plaster", "Has a leg been paralysed or in plaster lately?"),
        ("bedridden-or-major-surgery", "Were you in bed for three days or more lately, or had major surgery in the last twelve weeks?"),
        ("tender-along-deep-veins", "Is the inside of the calf or thigh tender along the vein?"),
        ("whole-leg-swollen", "Is one whole leg swollen?"),
        ("calf-3-cm-bigger", "Is one calf 3 cm or more bigger around than the other?"),
        ("swelling-that-keeps-a-dent", "Does swelling in one leg keep a dent when you press it?"),
        ("swollen-surface-veins", "Are there new swollen surface veins on one leg (not varicose veins)?"),
        ("previous-clot", "Have you had a clot in a leg before?"),
        ("unexplained-leg-swelling", "Is a calf or thigh swollen without a reason you know?"),
        ("chest-pain-or-breathless-now", "Do you have chest pain, or are you short of breath, at rest now?"),
    ),
    ("SAF-03", "A sudden injury"): (
        ("sudden-pain-or-pop", "Was there a sudden pain, pop or tearing in the buttock or upper thigh that is not yet examined?"),
        ("large-bruise", "Is there a large bruise on the back of the thigh?"),
        ("cannot-walk-normally", "Are you unable to walk normally because of the thigh or buttock?"),
        ("pain-sitting-on-sit-bone", "Since a sudden injury, does sitting on the sit bone hurt?"),
        ("weak-bending-knee", "Is one knee clearly weak when you bend it?"),
    ),
    ("SAF-04", "Nerves"): (
        ("foot-drop", "Does a foot drop or slap when you walk?"),
        ("numb-or-tingling-below-knee", "Is there numbness or tingling below the knee?"),
        ("leg-getting-weaker", "Is a leg getting weaker week by week?"),
        ("leg-pain-on-cough", "Does coughing or sneezing send pain below the knee?"),
    ),
    ("SAF-05", "Heart, blood pressure and the like"): (
        ("unstable-angina", "Do you have unstable angina or untreated coronary disease?"),
        ("uncontrolled-arrhythmia", "Do you have an irregular heartbeat that is not under control?"),
        ("decompensated-heart-failure", "Do you have heart failure that is not under control?"),
        ("severe-valve-stenosis", "Do you have a severely narrowed heart valve with symptoms?"),
        ("aortic-dissection-or-aneurysm", "Do you have a tear or a large bulge of the aorta?"),
        ("acute-clot", "Are you being treated for a new clot in a leg or lung?"),
        ("acute-heart-inflammation", "Do you have an inflammation of the heart now?"),
        ("blood-pressure-over-180-110", "Is your blood pressure above 180/110?"),
        ("chest-pain-on-effort", "Do you get chest pain or pressure on effort?"),
        ("fainting", "Have you fainted or nearly fainted lately?"),
        ("unusual-breathlessness", "Are you unusually short of breath lately?"),
        ("palpitations-with-dizziness", "Do you get palpitations with dizziness?"),
        ("blood-pressure-over-160-100", "Is your blood pressure above 160/100?"),
        ("pacemaker-or-icd", "Do you have a pacemaker or defibrillator?"),
        ("breathless-on-light-effort", "Does walking at a normal pace on the flat leave you out of breath?"),
        ("recent-eye-surgery-or-bleed", "Have you had eye surgery or an eye bleed lately?"),
        ("painful-hernia", "Do you have a hernia that hurts?"),
    ),
    ("SAF-06", "Anything else that needs a look"): (
        ("fall-or-slip-with-pop", "Did a fall or slip end with a pop in the buttock or thigh?"),
        ("unexplained-weight-loss", "Are you losing weight without a reason?"),
        ("fever", "Do you have a fever?"),
        ("night-pain-not-eased", "Does pain at night stay whatever position you take?"),
        ("cancer-history-with-new-pain", "Have you had cancer, and is there new pain in the thigh or buttock?"),
    ),
}

QUESTIONS: tuple[Question, ...] = tuple(
    Question(id=name, rule=rule, group=group, text=text) for (rule, group), entries in _TABLE.items() for name, text in entries
)
BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}


def of_rule(rule: str) -> tuple[str, ...]:
    """The ids of the questions that a rule reads, in the order they are asked."""
    return tuple(question.id for question in QUESTIONS if question.rule == rule)
