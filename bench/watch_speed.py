"""How long the whole ``watch`` command takes, against bare landmark inference of as many frames in the same run."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import av
import numpy as np
from ai_edge_litert.interpreter import Interpreter

import eccentric
from bench import clips
from bench.command import Refused, watch
from bench.measured import Measured, Result

CLIPS = {"dev02": "lying-leg-curl", "dev10": "romanian-deadlift"}  # the sample, and one where the person walks in
LONG, LONG_EXERCISE = "dev02", CLIPS["dev02"]
REPEATS = 3
LONGER = 4
MODELS = Path(eccentric.__file__).parent / "motion" / "pose" / "models"


def measure() -> Result:
    """Whole command over bare inference, for clips as they are and one four times as long; then one process over two."""
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        try:
            for clip in clips.unpack(Path(folder)):
                name = clip.stem.split("_")[0]
                if name in CLIPS:
                    rows.append(against_bare(clip, CLIPS[name], REPEATS))
                if name == LONG:
                    long = repeat_clip(clip, Path(folder) / f"{name}_long.mp4", LONGER)
            rows += [against_bare(long, LONG_EXERCISE, 1), workers(long)]
        except Refused as refused:
            rows.append(Measured("the whole command over bare landmark inference", None, note=str(refused)))
    return Result(tuple(rows))


def against_bare(video: Path, exercise: str, repeats: int) -> Measured:
    """The whole command with one process over inference alone, in turn, the medians of both."""
    whole: list[float] = []
    bare: list[float] = []
    frames = 0
    for _ in range(repeats):
        report, seconds = watch(video, exercise, "--workers", "1")
        frames = report["source"]["frames"]
        whole.append(seconds)
        bare.append(bare_inference_s(frames))
    name = f"the whole command over bare landmark inference, {video.stem}, {frames} frames"
    return Measured(name, statistics.median(whole), "s", baseline=statistics.median(bare), target=1.25)


def bare_inference_s(frames: int) -> float:
    """Seconds that the landmark model alone takes for so many frames, on one thread."""
    interpreter: Any = Interpreter(model_path=str(MODELS / "pose_landmark_full.tflite"), num_threads=1)
    interpreter.allocate_tensors()
    entry = interpreter.get_input_details()[0]
    interpreter.set_tensor(entry["index"], np.random.default_rng(1).random(entry["shape"], dtype=np.float32))
    interpreter.invoke()
    began = time.perf_counter()
    for _ in range(frames):
        interpreter.invoke()
    return time.perf_counter() - began


def workers(video: Path) -> Measured:
    """How many times faster two processes are than one."""
    _, one = watch(video, LONG_EXERCISE, "--workers", "1")
    _, two = watch(video, LONG_EXERCISE, "--workers", "2")
    return Measured("one process over two (times faster)", one, "s", baseline=two, target=1.7, sense="at least")


def repeat_clip(clip: Path, to: Path, times: int) -> Path:
    """The same clip several times in a row, packets copied without encoding; returns ``to``."""
    with av.open(str(to), "w") as out:
        stream, offset = None, 0
        for _ in range(times):
            with av.open(str(clip)) as source:
                video = source.streams.video[0]
                stream = stream or out.add_stream_from_template(video)
                end = offset
                for packet in source.demux(video):
                    if packet.dts is None or packet.pts is None:
                        continue
                    packet.pts, packet.dts, packet.stream = packet.pts + offset, packet.dts + offset, stream
                    end = max(end, packet.pts + (packet.duration or 0))
                    out.mux(packet)
                offset = end
    return to
