"""What repeats the model: JSON Schema, the list of keys, and pydantic's errors in plain words."""
