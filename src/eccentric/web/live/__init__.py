"""The live set before the camera."""
