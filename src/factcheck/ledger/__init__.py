"""Plain text to model and back: positions, loader, writer, schema."""
