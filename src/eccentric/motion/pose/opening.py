"""Opens a file as a video, or says in one line why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eccentric.terms.errors import BadInput, bad_input

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

LONGEST_S = 600.0
MOST_FRAMES = 150_000  # ten minutes at 240 frames a second
LARGEST_PX = 4096  # either side; the shorter one may be at most 2304
LARGEST_AREA_PX = 4096 * 2304
THREADED_AREA_PX = 1920 * 1088  # every decoding thread holds pictures of its own
WHOLE = 0.9  # a file that ends before this share of its own stated length is truncated
# Containers that hold their own data: playlists and lists of files could make the decoder open something else.
CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,mxf,gxf,nut,ivf,h264,hevc,m4v,mjpeg,av1,obu,"
    "dv,rm,gif,yuv4mpegpipe,wav,mp3,flac,aac,amr,aiff,image2,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe"
)
REASONS = {
    "Invalid data found when processing input": "a file that is damaged, cut off or no video",
    "End of file": "a file that is cut off",
    "Invalid argument": "a damaged file, or a kind of file that is not read",
}
PICTURES = ("image2", "_pipe")


@contextmanager
def opened(video: Path) -> Iterator[tuple[InputContainer, VideoStream]]:
    """Open ``video`` and pick its picture stream; raises BadInput for everything that is not a watchable video."""
    _look(video)
    import av

    av.logging.set_level(av.logging.PANIC)
    options = {"protocol_whitelist": "file", "format_whitelist": CONTAINERS}
    try:
        container = av.open(str(video.resolve()), options=options, metadata_errors="ignore")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise bad_input(str(video), "a video", _why(error)) from None
    with container:
        stream = _stream(video, container)
        try:
            yield container, stream
        except av.error.FFmpegError as error:
            raise bad_input(str(video), "a video that can be decoded", _why(error)) from None


def _look(video: Path) -> None:
    """Check the file itself."""
    try:
        if not video.exists():
            raise bad_input(str(video), "a video file", "no such file")
        if not video.is_file():
            raise bad_input(str(video), "a video file", "a folder" if video.is_dir() else "something that is not a file")
        with video.open("rb") as file:
            if not file.read(1):
                raise bad_input(str(video), "a video file", "an empty file")
    except OSError as error:
        raise bad_input(str(video), "a video file that can be read", error.strerror or "a file that cannot be read") from None


def _stream(video: Path, container: InputContainer) -> VideoStream:
    """The stream to watch, after checking kind, codec, length and size."""
    name = container.format.name
    if any(picture in name for picture in PICTURES):
        raise bad_input(str(video), "a video", "a picture")
    streams = [s for s in container.streams.video if "attached_pic" not in (s.disposition.name or "").lower()]
    if not streams:
        raise bad_input(str(video), "a video with pictures", "sound only" if container.streams.audio else "no video stream")
    stream = streams[0]
    if stream.codec_context is None:
        raise bad_input(str(video), "a video in a codec that can be read", "an unknown codec")
    problems = [p for p in (_too_large(video, stream), _too_long(video, container, stream)) if p]
    if problems:
        raise BadInput([problem for error in problems for problem in error.problems])
    area = stream.codec_context.width * stream.codec_context.height
    stream.codec_context.thread_count = 2 if area <= THREADED_AREA_PX else 1
    return stream


def _too_large(video: Path, stream: VideoStream) -> BadInput | None:
    """Error when the picture is larger than 4K or has no size."""
    width, height = stream.codec_context.width, stream.codec_context.height
    if width <= 0 or height <= 0:
        return bad_input(str(video), "a video with a picture size", "a damaged header or an unknown codec")
    if max(width, height) > LARGEST_PX or width * height > LARGEST_AREA_PX:
        return bad_input(str(video), "a picture of at most 4096 x 2304", f"{width} x {height}")
    return None


def stated_length_s(container: InputContainer, stream: VideoStream) -> float | None:
    """Length in seconds that the file states about itself, None when it does not."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1e6 if container.duration else None


def stated_frames(container: InputContainer, stream: VideoStream) -> int | None:
    """How many frames the file states or leads to expect, None when it does not say or not believably."""
    rate = stream.average_rate or stream.guessed_rate
    length = stated_length_s(container, stream)
    frames = stream.frames or (round(length * float(rate)) if length and rate else 0)
    return frames if 0 < frames <= MOST_FRAMES else None


def _too_long(video: Path, container: InputContainer, stream: VideoStream) -> BadInput | None:
    """Error when the file says that it is longer than ten minutes."""
    length = stated_length_s(container, stream)
    if length is None or length <= LONGEST_S + 1:
        return None
    found = f"{length / 3600:.1f} hours" if length > 5400 else f"{length / 60:.1f} minutes"
    return bad_input(str(video), "a video of at most 10 minutes", found)


def truncated(video: Path, stream: VideoStream, end_s: float) -> BadInput | None:
    """Error when decoding ended well before the length that the stream states."""
    length = _stated_s(stream)
    if length is None or end_s >= WHOLE * length - 1.0:
        return None
    return bad_input(str(video), f"a whole video of {length:.1f} s", f"only {max(end_s, 0):.1f} s of it: the file is truncated or damaged")


def _stated_s(stream: VideoStream) -> float | None:
    """Seconds that the stream says it lasts, else its file (Matroska states only that), else None."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    whole_us: int | None = getattr(stream.container, "duration", None)
    return whole_us / 1e6 if whole_us else None


def _why(error: Exception) -> str:
    """The reason of a decoder error, without its number and file name."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return REASONS.get(text, text)
