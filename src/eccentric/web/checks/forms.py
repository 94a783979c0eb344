"""Uploading a clip."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from eccentric.web.checks import queries
from eccentric.web.training.set_on_video import FilmedSet

MOST_AT_ONCE = 3
MOST_AN_HOUR = 20
MOST_WAITING = 40
BOXES = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}


def looks_like_video(head: bytes) -> bool:
    """True for the beginning of an MP4, MOV, 3GP, WebM, Matroska, AVI or MPEG file."""
    if head[4:8] in BOXES or head.startswith((b"\x1a\x45\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3")):
        return True
    return (head[:4] == b"RIFF" and head[8:12] == b"AVI ") or (len(head) > 188 and head[0] == head[188] == 0x47)


class CheckForm(forms.Form):
    """A clip, its exercise unless the set that it shows says it, and for members whether to keep the annotated video."""

    clip = forms.FileField(
        label="The clip",
        help_text="One set, filmed from the side, your whole body in the picture. Up to {most}; ten minutes at most.",
        widget=forms.ClearableFileInput(attrs={"accept": "video/*", "capture": False}),
        error_messages={"required": "Choose a clip first.", "empty": "This file is empty."},
    )
    exercise = forms.ChoiceField(label="Which exercise is it?", error_messages={"required": "Say which exercise it is."})
    keep_video = forms.BooleanField(label="Keep the video with the lines drawn on it", required=False)

    def __init__(self, *args: Any, member: bool = False, filmed: FilmedSet | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filmed = filmed
        megabytes = f"{settings.CLIP_MOST_BYTES // 1_000_000} MB"
        self.fields["clip"].help_text = str(self.fields["clip"].help_text).format(most=megabytes)
        self.fields["clip"].widget.attrs["data-most-bytes"] = settings.CLIP_MOST_BYTES
        if filmed is not None:
            del self.fields["exercise"]
        else:
            exercise = self.fields["exercise"]
            assert isinstance(exercise, forms.ChoiceField)
            exercise.choices = [("", "Choose"), *queries.exercises_by_kind()]
        if not member:
            del self.fields["keep_video"]

    def clean(self) -> dict[str, Any]:
        """Add what the set says: its exercise and itself."""
        given = super().clean() or self.cleaned_data
        return given | ({"exercise": self.filmed.exercise, "training_set": self.filmed.id} if self.filmed else {})

    def clean_clip(self) -> UploadedFile[Any]:
        """Refuse what is too large or no video, by its first bytes and never by its name."""
        clip: UploadedFile[Any] = self.cleaned_data["clip"]
        if clip.size is not None and clip.size > settings.CLIP_MOST_BYTES:
            raise ValidationError(f"This file has {clip.size // 1_000_000} MB; the most is {settings.CLIP_MOST_BYTES // 1_000_000} MB.")
        head = clip.read(512)
        clip.seek(0)
        if not looks_like_video(head):
            raise ValidationError("This is not a video that we can read. MP4, MOV and WebM work.")
        return clip


def too_many(*, holder: str, address: str) -> str | None:
    """Why another clip cannot be taken now, or None; counts this upload."""
    if queries.waiting() >= MOST_WAITING:
        return "Too many clips are waiting on this server. Try again in a few minutes."
    if queries.waiting(holder=holder) >= MOST_AT_ONCE:
        return f"{MOST_AT_ONCE} of your clips are still being watched. Wait for one to finish."
    for key, most in ((f"clips-{holder}", MOST_AN_HOUR), (f"clips-from-{address}", 3 * MOST_AN_HOUR)):
        cache.add(key, 0, 3600)
        if cache.incr(key) > most:
            return f"That were {most} clips in an hour. Try again later."
    return None
