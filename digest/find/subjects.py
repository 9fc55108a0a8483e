"""Subjects: the topics of a library as the finder needs them, no object for each mention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.find.strings import Strings
from digest.model import Span, TopicKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.model import Topic

KINDS = tuple(TopicKind)
"""By number."""


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """Topics, and where they stand."""

    keys: Strings
    names: Strings
    kinds: NDArray[np.uint8]
    scores: NDArray[np.float32]
    articles: Strings
    """Ids of the articles that hold any."""
    starts: NDArray[np.uint32]
    """Where the mentions of each topic begin in the three below; one longer than the topics."""
    holders: NDArray[np.uint32]
    """Number of the article of each mention."""
    begins: NDArray[np.uint32]
    ends: NDArray[np.uint32]

    @classmethod
    def of(cls, topics: Sequence[Topic]) -> Subjects:
        """The topics, and their mentions by article and place."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        numbers: dict[str, int] = {}
        count = sum(len(topic.mentions) for topic in topics)
        places = np.zeros((3, count), np.uint32)
        every = (mention for topic in topics for mention in topic.mentions)
        for at, mention in enumerate(every):
            holder = numbers.setdefault(mention.article, len(numbers))
            places[:, at] = holder, mention.span.start, mention.span.end
        starts = np.zeros(len(topics) + 1, np.uint32)
        np.cumsum([len(topic.mentions) for topic in topics], out=starts[1:])
        return cls(
            Strings.of([topic.key for topic in topics]),
            Strings.of([topic.name for topic in topics]),
            np.array([KINDS.index(topic.kind) for topic in topics], np.uint8),
            np.array([topic.score for topic in topics], np.float32),
            Strings.of(list(numbers)),
            starts,
            *places,
        )

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def mentioned(self) -> NDArray[np.uint32]:
        """How often each topic stands somewhere."""
        return self.starts[1:] - self.starts[:-1]

    def is_by_the_way(self, topic: int) -> bool:
        """Whether a topic is a concept mentioned once: its passage says more than its name."""
        return self.mentioned[topic] == 1 and KINDS[self.kinds[topic]] is TopicKind.CONCEPT

    def first(self, topic: int) -> tuple[str, Span]:
        """The article and the place where a topic stands first."""
        at = int(self.starts[topic])
        place = Span(int(self.begins[at]), int(self.ends[at]))
        return self.articles.at(int(self.holders[at])), place

    def strongest(self, count: int) -> list[int]:
        """The weightiest topics that stand anywhere, best first."""
        import numpy as np  # noqa: PLC0415  as above

        order = np.argsort(-self.scores, kind="stable")
        best: list[int] = order[self.mentioned[order] > 0][:count].tolist()
        return best

    def narrowed(self, articles: Collection[str] | None, kinds: Collection[str]) -> Subjects:
        """The same topics, by the same numbers, mentioned only where and if they are wanted.

        Args:
            articles: ids; None for all.
            kinds: of topics; empty for all.
        """
        import numpy as np  # noqa: PLC0415  as above

        wanted = np.ones(self.holders.size, np.bool_)
        if articles is not None:
            held = np.array([each in articles for each in self.articles], np.bool_)
            wanted &= held[self.holders]
        owners = np.repeat(np.arange(len(self)), self.mentioned)
        if kinds:
            right = np.array([kind in kinds for kind in KINDS], np.bool_)[self.kinds]
            wanted &= right[owners]
        starts = np.zeros_like(self.starts)
        np.cumsum(np.bincount(owners[wanted], minlength=len(self)), out=starts[1:])
        return replace(
            self,
            starts=starts,
            holders=self.holders[wanted],
            begins=self.begins[wanted],
            ends=self.ends[wanted],
        )
