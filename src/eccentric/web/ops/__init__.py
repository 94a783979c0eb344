"""What the person who runs the server needs: health, metrics, backup."""
