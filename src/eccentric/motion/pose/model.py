"""A LiteRT model: an image batch goes in, named arrays come out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from eccentric.terms.errors import bad_input

Quality = Literal["lite", "full", "heavy"]
Tensor = npt.NDArray[np.float32]
Image = npt.NDArray[np.uint8]

MODELS = Path(__file__).parent / "models"


class Model:
    """One LiteRT interpreter on one thread; call it with an image, get the outputs of the wanted shapes."""

    def __init__(self, name: str) -> None:
        """Load ``models/<name>.tflite``; raises BadInput when it was never installed."""
        path = MODELS / f"{name}.tflite"
        if not path.is_file():
            raise bad_input(str(path), "a pose model (`make run` fetches it)", "no such file")
        from ai_edge_litert.interpreter import Interpreter

        with _without_chatter():
            self._interpreter: Any = Interpreter(model_path=str(path), num_threads=1)
            self._interpreter.allocate_tensors()
        self._input = self._interpreter.get_input_details()[0]
        self._outputs = {tuple(int(n) for n in d["shape"]): d["index"] for d in self._interpreter.get_output_details()}

    @property
    def side_px(self) -> int:
        """Width and height of the input, in pixels."""
        return int(self._input["shape"][1])

    def __call__(self, image: Tensor, *wanted: Sequence[int]) -> list[Tensor]:
        """Run on ``image`` (row, column, rgb) and return the outputs whose shapes are ``wanted``, without the batch axis."""
        self._interpreter.set_tensor(self._input["index"], image[None])
        self._interpreter.invoke()
        return [self._interpreter.get_tensor(self._outputs[tuple(shape)])[0] for shape in wanted]


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Keep back the lines beginning with ``INFO:`` that LiteRT writes to standard error; all others are passed on."""
    try:
        shown = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(shown, 2)
            os.close(shown)
            said.seek(0)
            rest = b"".join(line for line in said if not line.startswith(b"INFO:"))
            if rest:
                os.write(2, rest)
