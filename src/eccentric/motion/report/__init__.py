"""The report of a watched set: one page that a lifter understands in five seconds.

``render`` makes the page, ``write_report`` makes a folder with it from the video's frames.
"""

from eccentric.motion.report.film import Pictures, take_pictures
from eccentric.motion.report.muscles import muscles_section, muscles_seen
from eccentric.motion.report.page import render
from eccentric.motion.report.write import PAGE_NAME, write_report

__all__ = ["PAGE_NAME", "Pictures", "muscles_section", "muscles_seen", "render", "take_pictures", "write_report"]
