"""Hands the guide's finished files to MkDocs. The only file that knows MkDocs; it decides nothing itself."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, file_sort_key
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme
from mkdocs.utils import CountHandler

from massage_guide.build import Built, build
from massage_guide.mkdocs_support.page_cache import RenderOnce
from massage_guide.mkdocs_support.preview import NOTHING_YET, Preview
from massage_guide.mkdocs_support.reloader import Reloader
from massage_guide.outputs.generated import Generated
from massage_guide.problems.problem import ContentError
from massage_guide.project import Project
from massage_guide.release.manifest import commit_of, write_manifest
from massage_guide.render.environment import THEME

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


@dataclass
class _Command:
    """What one command keeps from one event to the next."""

    preview: Preview | None = None
    """Set while this is `mkdocs serve`."""
    serving: bool = False
    """Whether the preview has shown its first site."""
    built: Built | None = None
    """The last good content; None before there is any."""
    rendered: RenderOnce | None = None
    """Pages of earlier builds."""
    site: Path | None = None
    """Where the finished site belongs; a build writes aside first."""
    aside: Path | None = None


_command = _Command()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a build or the preview."""
    if command == "serve":
        _command.preview = Preview()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and make every file, before MkDocs empties anything."""
    project = Project(Path(config.config_file_path).parent)
    _command.rendered = _command.rendered or RenderOnce(project.rendered, Page, get_toc)
    try:
        _command.built = build(project)
    except ContentError as error:
        _refuse(error, config)
    if _command.built:
        config.site_name = _command.built.settings["site_name"]
        if not _command.preview:  # which MkDocs serves at an address of its own
            config.site_url = _command.built.settings["site_url"]
        config.site_description = _command.built.settings["site_description"]
        config.extra.update(_command.built.settings["extra"])
        os.environ["SOURCE_DATE_EPOCH"] = str(_command.built.epoch)
        if not project.has_own_theme:
            config.theme.dirs.insert(
                0, str(THEME)
            )  # before Material, as MkDocs does with a custom_dir
    config.extra["preview"] = bool(_command.preview)
    if _command.preview:
        _build_for_preview(config)
    else:
        _build_aside(config)
    return config


def _refuse(error: ContentError, config: MkDocsConfig) -> None:
    """Stop; but a preview that has nothing to show yet goes on with a page that holds nothing."""
    if _command.preview:
        _command.preview.problems = error.problems
    if not _command.preview or _command.built:
        raise PluginError(f"The content has mistakes; nothing was built.\n\n{error}") from None
    config.nav, config.theme = (
        None,
        Theme("mkdocs"),
    )  # the guide's own theme needs the guide's words


def _build_for_preview(config: MkDocsConfig) -> None:
    """Build beside what is being served, and let the panel tell warnings instead of stopping at them."""
    for counter in _counters():
        logging.getLogger("mkdocs").removeHandler(counter)
    if _command.serving:
        _command.site = _command.preview.next_folder()
        config.site_dir = str(_command.site)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the finished pages in the place of the hand-written ones, and add the generated ones.

    Material's scripts, styles and pictures stay out: the guide's own theme loads none of them.
    """
    if not _command.built:
        for file in files.documentation_pages():
            files.remove(file)
        files.append(File.generated(config, "index.md", content=NOTHING_YET))
        return files
    for file in [
        file for file in files if file.src_dir and Path(file.src_dir) != Path(config.docs_dir)
    ]:
        files.remove(file)
    for made in _command.built.files:
        if written := files.get_file_from_path(made.path):
            files.remove(written)
        files.append(_file(made, config))
    return Files(
        sorted(files, key=file_sort_key)
    )  # as MkDocs lists files on disk: a staged build does


def _file(made: Generated, config: MkDocsConfig) -> File:
    if isinstance(made.content, Path):
        return File.generated(config, made.path, abs_src_path=str(made.content))
    return File.generated(config, made.path, content=made.content)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's compiled templates: compiling them costs a quarter of a small build."""
    _command.rendered.trim()  # all pages are rendered by now
    cache = Path(config.config_file_path).parent / ".cache" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """List the hashes of the new site and put it in the place of the old one, unless a strict build is about to fail."""
    if _command.preview:
        return
    if any(counter.get_counts() for counter in _counters()):
        shutil.rmtree(config.site_dir)
    else:
        commit = commit_of(Path(config.config_file_path).parent)
        write_manifest(Path(config.site_dir), _command.built.content_date, commit)
        _swap(Path(config.site_dir), _command.site)


def _counters() -> list[CountHandler]:
    """What counts the warnings of a strict build."""
    return [
        handler
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    ]


def on_build_error(error: Exception) -> None:
    """Leave nothing half-made behind."""
    if _command.aside:
        shutil.rmtree(_command.aside, ignore_errors=True)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Let the preview survive mistakes, see changes soon, and take up changed hooks."""
    preview, project = _command.preview, Project(Path(config.config_file_path).parent)
    reloader, build = Reloader(sys.modules[__name__], "_command"), server.builder
    _command.serving = True

    def fresh_build() -> None:
        reloader.renew()
        build()

    server.builder = preview.guarded(
        fresh_build,
        project,
        show=lambda site: setattr(server, "root", str(site)),
        built_in=lambda: _command.site,
    )
    server.set_app(preview.wrapped(server.get_app(), project))
    _look_often(server, [config.docs_dir, config.config_file_path])
    return server


def _look_often(server: LiveReloadServer, watched: list[str]) -> None:
    """Look for changed files ten times a second; MkDocs looks twice, and an editor waits for it."""
    from watchdog.observers.polling import PollingObserver  # a build needs none

    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    for path in watched:
        server.watch(path)


def _build_aside(config: MkDocsConfig) -> None:
    """Build into a new folder beside the site: a failed build leaves the old one whole."""
    _command.site = Path(config.site_dir)
    _command.site.parent.mkdir(parents=True, exist_ok=True)
    _command.aside = Path(tempfile.mkdtemp(prefix=".site-", dir=_command.site.parent))
    _command.aside.chmod(0o755)  # mkdtemp hides it from web servers
    config.site_dir = str(_command.aside)


def _swap(new: Path, final: Path) -> None:
    old = final.with_name(f"{new.name}-old")
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
