"""Drawing people and equipment from joint angles: points are complex numbers in body heights, x to the right, y up, floor at 0."""
