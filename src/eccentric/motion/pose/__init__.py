"""From a video or a camera's frames to pose landmarks: the only place that knows LiteRT or a video codec.

Names are imported when they are used, so that ``begin`` can start the watching processes before anything heavy is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eccentric.motion.pose.decode import VideoSource
    from eccentric.motion.pose.starting import Begun, begin
    from eccentric.motion.pose.tracker import PoseTracker
    from eccentric.motion.pose.watch import PoseTrack, read_images, watch_poses

__all__ = ["Begun", "PoseTrack", "PoseTracker", "VideoSource", "begin", "read_images", "watch_poses"]
HOMES = {"Begun": "starting", "begin": "starting", "VideoSource": "decode", "PoseTracker": "tracker"}


def __getattr__(name: str) -> object:
    """Import a public name from the module that it lives in."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES.get(name, 'watch')}"), name)
