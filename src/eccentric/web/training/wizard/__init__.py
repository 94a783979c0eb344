"""Making a programme, step by step."""
