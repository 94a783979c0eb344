"""From a video or a camera's frames to pose landmarks: the only place that knows LiteRT or a video codec."""

from eccentric.motion.pose.decode import VideoSource
from eccentric.motion.pose.tracker import PoseTracker
from eccentric.motion.pose.watch import PoseTrack, read_images, watch_poses

__all__ = ["PoseTrack", "PoseTracker", "VideoSource", "read_images", "watch_poses"]
