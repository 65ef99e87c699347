"""What leaves the generator: one module for each kind of file, each with `files(context)`."""

from . import api, handouts, hosting, pages, qr_codes, search_index

OUTPUTS = (pages, handouts, qr_codes, search_index, api, hosting)
"""In the order in which they are made: the index is made from finished pages, and old addresses
from all files.
"""
