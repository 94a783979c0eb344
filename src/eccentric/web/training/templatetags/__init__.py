"""Tags of the training pages."""
