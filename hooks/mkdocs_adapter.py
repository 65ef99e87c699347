"""Hands the guide's finished files to MkDocs, the only file that knows it; decides nothing."""

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


@dataclass(frozen=True)
class _Build:
    """One `mkdocs build`, which writes beside the site and takes its place when all went well."""

    built: Built
    pages: RenderOnce
    site: Path
    """Where the finished site belongs."""
    aside: Path
    """Where it is built."""


@dataclass
class _Serving:
    """One `mkdocs serve`, from its first build to its last."""

    preview: Preview
    pages: RenderOnce | None = None
    """Pages of earlier builds; set by the first."""
    built: Built | None = None
    """The last good content; None before there is any."""
    site: Path = Path()
    """The folder of the newest build."""
    is_shown: bool = False
    """Whether a first site is being served: the next builds go elsewhere."""


# Reloaded code knows its old state by these names: its types are new, and not those of the state.
_build: _Build | None = None
_serving: _Serving | None = None


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a build or the preview."""
    global _serving
    if command == "serve":
        _serving = _Serving(Preview())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and make every file, before MkDocs empties anything."""
    global _build
    project = Project(Path(config.config_file_path).parent)
    config.extra["preview"] = bool(_serving)
    if _serving:
        _serving.pages = _serving.pages or _page_cache(project)
        _renew(_serving, project, config)
        _build_for_preview(_serving, config)
        return config
    try:
        built = build(project)
    except ContentError as error:
        raise _failure(error) from None
    _configure(built, project, config)
    config.site_url = built.settings["site_url"]
    site = Path(config.site_dir)
    _build = _Build(built, _page_cache(project), site, _folder_beside(site))
    config.site_dir = str(_build.aside)
    return config


def _page_cache(project: Project) -> RenderOnce:
    return RenderOnce(project.rendered, Page, get_toc)


def _configure(built: Built, project: Project, config: MkDocsConfig) -> None:
    """Tell MkDocs what its theme needs to know of the content."""
    config.site_name = built.settings["site_name"]
    config.site_description = built.settings["site_description"]
    config.extra.update(built.settings["extra"])
    os.environ["SOURCE_DATE_EPOCH"] = str(built.epoch)
    if not project.has_own_theme:
        # before Material, as MkDocs does with a custom_dir
        config.theme.dirs.insert(0, str(THEME))


def _renew(serving: _Serving, project: Project, config: MkDocsConfig) -> None:
    """Take up new content; in a preview that has nothing yet, start with a placeholder page."""
    try:
        serving.built = build(project)
    except ContentError as error:
        serving.preview.problems = error.problems
        if serving.built:
            raise _failure(error) from None
        # The guide's own theme needs the guide's words.
        config.nav, config.theme = None, Theme("mkdocs")
        return
    # MkDocs serves the preview at an address of its own, so site_url stays.
    _configure(serving.built, project, config)


def _failure(error: ContentError) -> PluginError:
    return PluginError(f"The content has mistakes; nothing was built.\n\n{error}")


def _build_for_preview(serving: _Serving, config: MkDocsConfig) -> None:
    """Build beside what is being served; the panel shows warnings, so they stop nothing."""
    for counter in _counters():
        logging.getLogger("mkdocs").removeHandler(counter)
    if serving.is_shown:
        serving.site = serving.preview.next_folder()
        config.site_dir = str(serving.site)


def _folder_beside(site: Path) -> Path:
    """A new folder beside the site: a failed build leaves the old one whole."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    folder.chmod(0o755)  # mkdtemp hides it from web servers
    return folder


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the finished pages in the place of the hand-written ones, and add the generated ones.

    Material's scripts, styles and pictures stay out: the guide's own theme loads none of them.
    """
    current = _build or _serving
    built = current.built if current else None
    if not built:
        for file in files.documentation_pages():
            files.remove(file)
        files.append(File.generated(config, "index.md", content=NOTHING_YET))
        return files
    docs = Path(config.docs_dir)
    for file in [file for file in files if file.src_dir and Path(file.src_dir) != docs]:
        files.remove(file)
    for made in built.files:
        if written := files.get_file_from_path(made.path):
            files.remove(written)
        files.append(_file(made, config))
    # as MkDocs lists files on disk: a staged build does
    return Files(sorted(files, key=file_sort_key))


def _file(made: Generated, config: MkDocsConfig) -> File:
    if isinstance(made.content, Path):
        return File.generated(config, made.path, abs_src_path=str(made.content))
    return File.generated(config, made.path, content=made.content)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's compiled templates: compiling them costs a quarter of a small build."""
    current = _build or _serving
    if current and current.pages:
        current.pages.trim()  # all pages are rendered by now
    cache = Path(config.config_file_path).parent / ".cache" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Hash the new site and put it in the place of the old, unless a strict build is to fail."""
    if not _build:
        return
    if any(counter.get_counts() for counter in _counters()):
        shutil.rmtree(_build.aside)
        return
    commit = commit_of(Path(config.config_file_path).parent)
    write_manifest(_build.aside, _build.built.content_date, commit)
    _swap(_build.aside, _build.site)


def _counters() -> list[CountHandler]:
    """What counts the warnings of a strict build."""
    return [
        handler
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    ]


def on_build_error(error: Exception) -> None:
    """Leave nothing half-made behind."""
    if _build:
        shutil.rmtree(_build.aside, ignore_errors=True)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Let the preview survive mistakes, see changes soon, and take up changed hooks."""
    if not _serving:
        return server
    serving, project = _serving, Project(Path(config.config_file_path).parent)
    reloader, make = Reloader(sys.modules[__name__], "_serving"), server.builder
    serving.is_shown = True

    def fresh_build() -> None:
        reloader.renew()
        make()

    server.builder = serving.preview.guarded(
        fresh_build,
        project,
        show=lambda site: setattr(server, "root", str(site)),
        built_in=lambda: serving.site,
    )
    if application := server.get_app():
        server.set_app(serving.preview.wrapped(application, project))
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


def _swap(new: Path, final: Path) -> None:
    old = final.with_name(f"{new.name}-old")
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
