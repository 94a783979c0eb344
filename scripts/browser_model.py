"""Tell a TFLite model how its input pixels are scaled, as MediaPipe Tasks in the browser demands.

The models of the npm package carry no metadata; the browser runtime refuses them without. What is written is the smallest
part of TensorFlow Lite's metadata schema: for the one input ``(pixel - mean) / std``, and a name for each output.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as tflite

METADATA_NAME = "TFLITE_METADATA"
NORMALISATION = 1  # ProcessUnitOptions.NormalizationOptions in the schema


class Field(IntEnum):
    """Positions of the table fields that are written, from TensorFlow Lite's metadata_schema.fbs."""

    NORMALISATION_MEAN = 0
    NORMALISATION_STD = 1
    UNIT_OPTIONS_TYPE = 0
    UNIT_OPTIONS = 1
    TENSOR_NAME = 0
    TENSOR_PROCESS_UNITS = 4
    SUBGRAPH_INPUTS = 2
    SUBGRAPH_OUTPUTS = 3
    MODEL_SUBGRAPHS = 3


FIELDS_IN_TABLE = 8


def with_normalisation(model: bytes, mean: float, std: float) -> bytes:
    """The same model with metadata that scales its input pixels by ``(pixel - mean) / std``; the weights do not change."""
    graph = tflite.ModelT.InitFromObj(tflite.Model.GetRootAsModel(bytearray(model), 0))
    buffer = tflite.BufferT()
    buffer.data = np.frombuffer(metadata(mean, std, len(graph.subgraphs[0].outputs)), np.uint8)
    graph.buffers.append(buffer)
    entry = tflite.MetadataT()
    entry.name, entry.buffer = METADATA_NAME, len(graph.buffers) - 1
    others = [old for old in graph.metadata or [] if old.name not in (METADATA_NAME, METADATA_NAME.encode())]
    graph.metadata = [*others, entry]
    builder = flatbuffers.Builder(len(model) + 4096)
    builder.Finish(graph.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def metadata(mean: float, std: float, outputs: int) -> bytes:
    """The metadata of a model with one input and so many outputs, as a flatbuffer."""
    builder = flatbuffers.Builder(512)
    scale = {Field.NORMALISATION_MEAN: floats(builder, [mean]), Field.NORMALISATION_STD: floats(builder, [std])}
    options = table(builder, scale)
    unit = table(builder, {Field.UNIT_OPTIONS: options}, lambda: builder.PrependUint8Slot(Field.UNIT_OPTIONS_TYPE, NORMALISATION, 0))
    units = offsets(builder, [unit])
    image = table(builder, {Field.TENSOR_NAME: builder.CreateString("image"), Field.TENSOR_PROCESS_UNITS: units})
    results = [table(builder, {Field.TENSOR_NAME: builder.CreateString(f"output_{i}")}) for i in range(outputs)]
    inputs, names = offsets(builder, [image]), offsets(builder, results)
    subgraph = table(builder, {Field.SUBGRAPH_INPUTS: inputs, Field.SUBGRAPH_OUTPUTS: names})
    builder.Finish(table(builder, {Field.MODEL_SUBGRAPHS: offsets(builder, [subgraph])}), b"M001")
    return bytes(builder.Output())


def table(builder: flatbuffers.Builder, fields: dict[Field, int], scalars: Callable[[], None] = lambda: None) -> int:
    """Write a table of references; returns its offset."""
    builder.StartObject(FIELDS_IN_TABLE)
    scalars()
    for position, offset in fields.items():
        builder.PrependUOffsetTRelativeSlot(int(position), offset, 0)
    return int(builder.EndObject())


def offsets(builder: flatbuffers.Builder, items: Sequence[int]) -> int:
    """Write a vector of references; returns its offset."""
    builder.StartVector(4, len(items), 4)
    for item in reversed(items):
        builder.PrependUOffsetTRelative(item)
    return int(builder.EndVector())


def floats(builder: flatbuffers.Builder, items: Sequence[float]) -> int:
    """Write a vector of 32-bit numbers; returns its offset."""
    builder.StartVector(4, len(items), 4)
    for item in reversed(items):
        builder.PrependFloat32(item)
    return int(builder.EndVector())
