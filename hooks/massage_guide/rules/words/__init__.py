"""The words of the interface match what prints them: none is missing, none is unused.

Each holds the {names} that are filled in there, and no other braces.
"""

from .rule import CODE as CODE
from .rule import check as check
