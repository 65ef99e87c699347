"""Whether a sentence claims more of a treatment than the evidence supports.

Closed by default: a sentence that names a treatment and something that people hope for is a claim,
whatever its verb, unless it says itself that nobody can be sure, reports what a study found, asks,
instructs, or tells what is done. A list of all the verbs that promise something would never be
complete. Flat denials are claims too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...model.fields import Certainty
from ...model.wording import Wording
from . import grammar
from .vocabulary import nouns, singulars

Span = tuple[int, int]
Treatments = list[re.Match[str]]


class Matcher:
    """Finds what a sentence claims too much. Built once from the words of a guide."""

    def __init__(self, words: Wording, names: Mapping[str, Certainty | None]) -> None:
        """`names` are the guide's treatments, each with the certainty of its own, if any."""
        self._own = {
            form: certainty
            for name, certainty in names.items()
            for form in nouns(singulars([name.lower()]))
        }
        self._grammar = grammar.Grammar(words, self._own)

    def overclaim(self, sentence: str, certainty: Certainty) -> str | None:
        """The words of a sentence that claim more than `certainty` supports, or None."""
        # In small letters: patterns that ignore case take more than twice the time.
        start, end = self._overclaim(sentence.replace("’", "'").lower(), certainty) or (0, 0)
        return sentence[start:end].strip(" ,;:") or None

    def promises(self, words: str) -> bool:
        """Whether words promise too much whatever the certainty, such as “cures”."""
        return bool(self._grammar.banned.search(words.lower()))

    def _overclaim(self, sentence: str, certainty: Certainty) -> Span | None:
        # The order decides. A question claims nothing, unless it is asked for show. Some words
        # promise too much even beside a hedge, so they come before it. A hedge or an instruction
        # then clears the sentence, before anybody looks for what it says of a treatment.
        if grammar.QUESTION.search(sentence) and not self._grammar.too_sure.search(sentence):
            return None
        for banned in self._grammar.banned.finditer(sentence):
            if not self._grammar.rejected.search(sentence[: banned.start()]):
                return banned.span()
        treatments = list(self._treatments(sentence))
        unnamed = self._unnamed(sentence)
        boast = self._boast(sentence, treatments)
        on_body = self._on_body_words(sentence)
        if not treatments and not unnamed and not boast and not on_body:
            return None  # as most sentences
        certainty = self._read(certainty, treatments)
        if self._is_unsure(sentence, certainty) and not self._grammar.too_sure.search(sentence):
            return self._sure_clause(sentence, certainty, treatments)
        if boast and not self._is_warning(sentence):
            return boast
        if certainty is Certainty.HIGH or self._is_instruction(sentence, treatments):
            return None
        return (
            unnamed
            or self._claim(sentence, treatments)
            or (self._on_body(sentence, treatments, on_body) if on_body else None)
        )

    def _treatments(self, sentence: str) -> Iterator[re.Match[str]]:
        """The treatments that a sentence names; an ordinary word is one only as its subject."""
        for found in self._grammar.treatment.finditer(sentence):
            if (
                not self._grammar.ordinary.match(found[0])
                or not found.start()
                or self._grammar.acts.match(sentence, found.end())
                or (
                    grammar.STATED.match(sentence, found.end())
                    and sentence.count(" ", 0, found.start()) == 1
                )
            ):
                yield found
        if self._grammar.testimony.search(sentence):
            yield from self._grammar.practitioner.finditer(sentence)

    def _boast(self, sentence: str, treatments: Treatments) -> Span | None:
        """What is too good to be true, of a treatment or of the body."""
        for boast in self._grammar.boast.finditer(sentence):
            if not self._is_rejected(sentence, boast.start()) and (
                treatments
                or self._grammar.body.search(sentence)
                or self._grammar.practitioner.search(sentence)
            ):
                return boast.span()
        return None

    def _is_rejected(self, sentence: str, end: int) -> bool:
        """Whether what stands there is denied in the same part of the sentence."""
        return bool(self._grammar.rejected.search(sentence[:end].rpartition(", ")[2]))

    def _read(self, certainty: Certainty, treatments: Treatments) -> Certainty:
        """The certainty of the entry, or of the treatments that are named, where all are surer."""
        surest_first = list(Certainty).index
        named = [self._own.get(found[0]) or certainty for found in treatments] or [certainty]
        return max((min(certainty, own, key=surest_first) for own in named), key=surest_first)

    # --- what makes a sentence no claim -----------------------------------------------------------

    def _is_unsure(self, sentence: str, certainty: Certainty) -> bool:
        """Whether the sentence says itself that nobody can be sure."""
        if self._grammar.hedge.search(sentence) or self._grammar.unsure.search(sentence):
            return True
        if grammar.PROBABLY_NOT.search(sentence):
            return True
        return certainty is Certainty.MODERATE and bool(self._grammar.probably.search(sentence))

    def _is_instruction(self, sentence: str, treatments: Treatments) -> bool:
        """Whether the sentence tells the reader what to do, and promises nothing for it."""
        return (
            bool(self._grammar.instruction.search(sentence))
            and not self._grammar.promise.search(sentence)
            and not self._reason(sentence, treatments)
            and not any(
                self._is_outcome(sentence, found.end())
                for found in self._grammar.reward.finditer(sentence)
            )
            and not any(self._is_aim(sentence, found.end()) for found in treatments)
            and not any(
                (
                    self._grammar.works.match(sentence, found.end())
                    or (
                        grammar.STATED.match(sentence, found.end())
                        and grammar.COLON.search(sentence[: found.start()])
                    )
                )
                and not grammar.DEPENDENT.search(sentence[: found.start()])
                for found in treatments
            )
        )

    def _reason(self, sentence: str, treatments: Treatments) -> bool:
        """Whether advice says what comes of it: “Use heat, because it eases pain”."""
        return bool(self._grammar.reason.search(sentence)) and (
            bool(treatments) or bool(self._grammar.body.search(sentence))
        )

    def _is_aim(self, sentence: str, start: int) -> bool:
        """Whether the words at `start` say what a treatment does: “Use heat to ease pain”."""
        if not (found := self._grammar.aim.match(sentence, start)):
            return False
        return bool(found["promise"]) or self._is_of_body(sentence, found.end())

    def _is_outcome(self, sentence: str, start: int) -> bool:
        """Whether what follows is something that people hope for."""
        return self._is_of_body(sentence, start) or bool(self._grammar.hope.search(sentence, start))

    def _is_conditional(self, sentence: str, treatment: re.Match[str]) -> bool:
        """Whether the sentence is about what to do if a treatment helps."""
        if grammar.CONDITION.search(sentence):
            return not self._grammar.testimony.search(sentence)
        condition, _, rest = sentence.partition(",")
        return (
            sentence.startswith("if ")
            and treatment.start() < len(condition)
            and not grammar.YOU_WILL.search(rest)
            and not self._is_outcome(rest, 0)
        )

    def _is_warning(self, sentence: str, works: Span | None = None) -> bool:
        """Whether the sentence tells of harm: no hope is raised by it."""
        found = self._grammar.warning.search(sentence)
        if found and works and works[1] <= found.start():
            return False  # “eases pain, and can bruise”
        if not found and not self._grammar.hope.search(sentence):
            found = self._grammar.harm_after.search(sentence)
            if found and self._grammar.on_body.search(sentence):
                return False
            found = found or self._grammar.is_harm.search(sentence)
        return found is not None and not self._is_rejected(sentence, found.start())

    def _is_report(self, sentence: str) -> bool:
        """Whether the sentence reports in the past tense what a study found.

        Nobody's own story is a report, and a word in -ed is one only beside those who report.
        """
        if self._grammar.testimony.search(sentence) or self._grammar.too_sure.search(sentence):
            return False
        if self._grammar.reported.search(sentence):
            return True
        reported = bool(self._grammar.reporter.search(sentence))
        return any(
            (reported or not found["regular"])
            and not grammar.NO_PAST.search(sentence[: found.start()])
            for found in self._grammar.past.finditer(sentence)
        )

    # --- what makes it a claim --------------------------------------------------------------------

    def _unnamed(self, sentence: str) -> Span | None:
        """A promise that names no treatment."""
        if praised := self._grammar.praised.search(sentence):
            return praised.span()
        ours = self._grammar.ours.search(sentence)
        if ours and self._is_outcome(sentence, 0):
            return ours.span()
        if self._grammar.instruction.search(sentence):
            for found in grammar.YOU_WILL.finditer(sentence):
                if self._is_of_body(sentence, found.end()) and self._grammar.hope.search(
                    sentence, found.end()
                ):
                    return found.span()
            if (reason := self._grammar.reason.search(sentence)) and self._grammar.body.search(
                sentence
            ):
                return reason.span()
        for found in self._grammar.it_works.finditer(sentence):
            if self._is_of_body(sentence, found.end()):
                return found.span()
        for found in self._grammar.your_body.finditer(sentence):
            if self._grammar.body.fullmatch(found["will"] or found["fine"] or found["does"]):
                return found.span()
        return None

    def _on_body_words(self, sentence: str) -> list[re.Match[str]]:
        """Where something is said to do the body good, or the body becomes something."""
        return [
            found
            for pattern in (self._grammar.on_body, self._grammar.becomes)
            for found in pattern.finditer(sentence)
        ]

    def _on_body(
        self, sentence: str, treatments: Treatments, on_body: list[re.Match[str]]
    ) -> Span | None:
        """What is said to do the body good, without the name of a treatment."""
        if (
            grammar.CONDITION.search(sentence)
            or self._is_warning(sentence)
            or self._is_report(sentence)
            or (not treatments and self._grammar.probably.search(sentence))
        ):
            return None
        done = [found.span() for found in self._grammar.practice.finditer(sentence)]
        for found in on_body:
            verb = found.end("verb") if found["verb"] else found.start()
            if (
                not grammar.DEPENDENT.search(sentence[: found.start()])
                and not self._is_rejected(sentence, found.start())
                and not any(start < verb and found.start() < end for start, end in done)
            ):
                return found.span()
        return None

    def _is_of_body(self, sentence: str, start: int) -> bool:
        """Whether something of the body follows before the next stop."""
        stop = grammar.STOP.search(sentence, start)
        end = stop.start() if stop else len(sentence)
        return bool(self._grammar.body.search(sentence, start, end))

    def _sure_clause(
        self, sentence: str, certainty: Certainty, treatments: Treatments
    ) -> Span | None:
        """What a half of the sentence claims that is not hedged: “It may surprise you, but …”."""
        if grammar.CONDITION.search(sentence):
            return None
        start = 0
        for end in (
            *(found.end() for found in grammar.CLAUSE_END.finditer(sentence)),
            len(sentence),
        ):
            inside = [found for found in treatments if start <= found.start() < end]
            works = self._followed(self._grammar.works, sentence, inside)
            if works and not self._is_unsure(sentence[start:end], certainty):
                return works
            start = end
        return None

    def _claim(self, sentence: str, treatments: Treatments) -> Span | None:
        """The words that tie a treatment to an outcome."""
        if treatments and (testimony := self._grammar.testimony.search(sentence)):
            start, end = treatments[0].span()
            return min(start, testimony.start()), max(end, testimony.end())
        if not treatments or self._is_conditional(sentence, treatments[0]):
            return None
        works = self._followed(self._grammar.works, sentence, treatments)
        if self._is_warning(sentence, works):
            return None
        if works:
            return works
        acts = self._followed(self._grammar.acts, sentence, treatments)
        # A label or a search word has no end of a sentence, and no verb that one could see.
        if self._is_report(sentence) or (not acts and not grammar.NO_LABEL.search(sentence)):
            return None
        praised = self._followed(self._grammar.is_praised, sentence, treatments)
        if praised and not self._grammar.fact.search(sentence):
            return praised
        if self._grammar.practice.search(sentence):
            and_works = self._grammar.and_works.search(sentence)
            if and_works and self._is_of_body(sentence, and_works.end()):
                return and_works.span()
            return None
        return acts or self._tied(sentence, treatments) or self._future(sentence, treatments)

    def _followed(
        self, verb: re.Pattern[str], sentence: str, treatments: Treatments
    ) -> Span | None:
        """The first treatment that such a verb follows, and the verb."""
        for treatment in treatments:
            if found := verb.match(sentence, treatment.end()):
                return treatment.start(), found.end()
        return None

    def _future(self, sentence: str, treatments: Treatments) -> Span | None:
        """What is foretold of a treatment, such as “You will leave the table a new man”."""
        found = self._grammar.future.search(sentence)
        if not found or found["doer"]:
            return None
        start, end = treatments[0].span()
        return min(start, found.start()), max(end, found.end())

    def _tied(self, sentence: str, treatments: Treatments) -> Span | None:
        """The words from a treatment to the first outcome; the name of one is no outcome."""
        for outcomes in (self._grammar.body, self._grammar.hope):
            for outcome in outcomes.finditer(sentence):
                if not any(
                    found.start() <= outcome.start() and outcome.end() <= found.end()
                    for found in treatments
                ):
                    start, end = treatments[0].span()
                    return min(start, outcome.start()), max(end, outcome.end())
        return None
