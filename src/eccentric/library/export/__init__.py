"""The library in other forms: JSON, Markdown and a static site that works from a file."""
