"""The editors' commands: new, fix, rename and links."""
