#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what a Flatpak runtime is exported from, out of the Debian packages that are installed here: those that the
tests run on. Every file is compared with the checksum of its package first.

The platform is made by what it may hold, not by what is left out: some libraries and whatever those need, modules by
name, fonts, icons, locales. It has no shell and no tools. The SDK is made of whole packages.
"""

import argparse
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

NAMESPACE = 'org.hearthrecords'
ROOT = Path('/')
DPKG = Path('/var/lib/dpkg/info')
TRIPLET = subprocess.run(['gcc', '-print-multiarch'], capture_output=True, text=True, check=True).stdout.strip()
ARCH = TRIPLET.split('-')[0]
LIBRARIES = Path('/usr/lib') / TRIPLET

# Packages whose libraries the program is linked with, or that are looked up by name at run time.
LINKED = (
    'libgtk-4-1', 'libadwaita-1-0', 'libjson-glib-1.0-0', 'libsqlcipher1', 'libsodium23', 'libicu76',
    'libpoppler-glib8t64', 'libseccomp2', 'libgdk-pixbuf-2.0-0', 'libpangocairo-1.0-0', 'libcairo2', 'libc6', 'libgcc-s1',
)
# What is loaded by name: GTK's printer that is a file, which it hands to the portal; pictures, its own icons as well as
# attached files in hearth-decode; the few conversions of text that libc keeps beside itself. No graphics drivers: GTK draws
# with Cairo, as in the tests.
MODULES = (
    'gtk-4.0/4.0.0/printbackends/libprintbackend-file.so', 'gdk-pixbuf-2.0/2.10.0/loaders/*.so',
    'gconv/UTF-*.so', 'gconv/UNICODE.so', 'gconv/ISO8859-*.so', 'gconv/CP125*.so',
)
# GTK's and GLib's own words; ours come with the program.
SPOKEN = ('gtk40', 'libadwaita', 'glib20', 'gdk-pixbuf', 'json-glib-1.0', 'xkeyboard-config', 'shared-mime-info')
DATA = (
    *(f'{LIBRARIES}/{module}' for module in ('gdk-pixbuf-2.0/2.10.0/loaders.cache', 'gconv/gconv-modules')),
    '/usr/lib*/ld-linux-*.so.[12]', '/usr/sbin/ldconfig', '/usr/lib/os-release', '/usr/lib/locale/C.utf8',
    '/usr/share/fontconfig', '/etc/fonts',
    '/usr/share/icons/Adwaita', '/usr/share/icons/hicolor',
    '/usr/share/glib-2.0/schemas/org.gtk.gtk4.*', '/usr/share/glib-2.0/schemas/org.gnome.desktop.*',
    '/usr/share/mime/[!p]*', '/usr/share/gtk-4.0', '/usr/share/libthai', '/usr/share/poppler',
    '/usr/share/X11/xkb', '/usr/share/X11/locale',
    '/usr/share/zoneinfo', '/usr/share/common-licenses',
    *(f'/usr/share/locale/*/LC_MESSAGES/{domain}.mo' for domain in SPOKEN),
    '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/nsswitch.conf', '/etc/host.conf',
)

# Fonts of the screen, and of living scripts that papers have no font of their own for. Those of papers are read from the
# program's source.
FONTS = ('Noto Serif', 'Noto Sans Mono', 'Noto Sans Symbols', 'Noto Sans Symbols2', 'Noto Sans Math', 'Noto Sans Oriya',
         'Noto Serif Tibetan', 'Noto Sans Thaana', 'Noto Sans Cherokee', 'Noto Sans Mongolian', 'Noto Sans Tifinagh',
         'Noto Sans NKo', 'Noto Sans Adlam', 'Noto Sans Hanifi Rohingya', 'Noto Sans Syriac', 'Noto Sans Ol Chiki',
         'Noto Sans Javanese', 'Noto Sans Balinese', 'Noto Sans Cham', 'Noto Sans Tai Le', 'Noto Sans Lisu', 'Noto Sans Yi')
STYLES = ('Regular', 'Bold', 'Italic', 'Bold Italic')

# In which dates and numbers can be read; any other is shown in plain English.
LOCALES = (
    'af_ZA', 'am_ET', 'ar_AE', 'ar_EG', 'ar_IQ', 'ar_JO', 'ar_LB', 'ar_MA', 'ar_SA', 'ar_SY', 'bg_BG', 'bn_BD', 'bn_IN', 'cs_CZ',
    'de_AT', 'de_CH', 'de_DE', 'el_GR', 'en_AU', 'en_CA', 'en_GB', 'en_IE', 'en_IN', 'en_NG', 'en_NZ', 'en_PH', 'en_SG', 'en_US',
    'en_ZA', 'es_AR', 'es_BO', 'es_CO', 'es_DO', 'es_EC', 'es_ES', 'es_GT', 'es_HN', 'es_MX', 'es_NI', 'es_PE', 'es_SV', 'es_US',
    'fa_IR', 'fil_PH', 'fr_BE', 'fr_CA', 'fr_CH', 'fr_FR', 'gu_IN', 'hi_IN', 'ht_HT', 'hu_HU', 'hy_AM', 'id_ID', 'it_IT', 'ja_JP',
    'ka_GE', 'kk_KZ', 'km_KH', 'kn_IN', 'ko_KR', 'ky_KG', 'lo_LA', 'mg_MG', 'mk_MK', 'ml_IN', 'mn_MN', 'mr_IN', 'ms_MY', 'my_MM',
    'ne_NP', 'nl_NL', 'om_ET', 'pa_IN', 'pl_PL', 'ps_AF', 'pt_BR', 'pt_PT', 'ro_RO', 'ru_RU', 'rw_RW', 'si_LK', 'sk_SK', 'so_SO',
    'sq_AL', 'sr_RS', 'sw_KE', 'sw_TZ', 'ta_IN', 'te_IN', 'tg_TJ', 'th_TH', 'ti_ER', 'tr_TR', 'uk_UA', 'ur_PK', 'uz_UZ', 'vi_VN',
    'zh_CN', 'zh_TW',
)

# What the program is built with: packages with all they need, beside those that Debian calls essential.
BUILT_WITH = (
    'build-essential', 'meson', 'ninja-build', 'pkgconf', 'gettext', 'blueprint-compiler', 'desktop-file-utils', 'appstream',
    'libgtk-4-dev', 'libadwaita-1-dev', 'libjson-glib-dev', 'libsqlcipher-dev', 'libsodium-dev', 'libicu-dev',
    'libpoppler-glib-dev', 'libseccomp-dev', 'gtk-update-icon-cache', 'libglib2.0-bin', 'fonts-noto-core',
)
# Names that are made when packages are set up, and belong to none.
SET_UP = ('/etc/alternatives/*', '/usr/bin/*')

# Looked through where ldconfig and fontconfig would not look by themselves.
LD_SO_CONF = '/app/lib\n'
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <!-- Only the fonts that papers were tried with: what a computer has beside them would change how a page breaks. -->
  <dir>/usr/share/fonts</dir>
  <dir>/app/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def say_and_end(words):
    sys.exit(f'runtime: {words}')


class Packages:
    """What is installed here."""

    def __init__(self):
        shown = '${Package}\t${Version}\t${Essential}\t${Pre-Depends}, ${Depends}\t${Provides}\n'
        self.version, self.needs, self.provided, self.essential = {}, {}, {}, []
        for line in run('dpkg-query', '--show', f'--showformat={shown}').splitlines():
            name, version, essential, needs, provides = line.split('\t')
            self.version[name] = version
            self.needs[name] = [[bare(one) for one in choice.split('|')] for choice in needs.split(',') if choice.strip()]
            for one in filter(None, map(bare, provides.split(','))):
                self.provided.setdefault(one, []).append(name)
            if essential == 'yes':
                self.essential.append(name)
        self.owner, self.checksum = {}, {}
        for name in self.version:
            for path in self.files_of(name):
                self.owner.setdefault(path, name)

    def files_of(self, name):
        listed = next(filter(Path.exists, (DPKG / f'{name}.list', *DPKG.glob(f'{name}:*.list'))))
        return [os.path.normpath(path) for path in listed.read_text().splitlines()]

    def read_checksums(self, name):
        for listed in (DPKG / f'{name}.md5sums', *DPKG.glob(f'{name}:*.md5sums')):
            if listed.exists():
                for line in listed.read_text().splitlines():
                    checksum, path = line.split(maxsplit=1)
                    self.checksum[f'/{path}'] = checksum

    def check(self, path):
        """That the file is as it came in its package. What is made at set-up and what may be edited has no checksum."""
        wanted = self.checksum.get(path)
        if wanted and hashlib.md5(Path(path).read_bytes()).hexdigest() != wanted:
            say_and_end(f'{path} is not as {self.owner[path]} brought it')

    def closure(self, names):
        found, open_ones = set(), list(names)
        while open_ones:
            name = open_ones.pop()
            if name in found:
                continue
            if name not in self.version:
                say_and_end(f'{name} is not installed')
            found.add(name)
            for choice in self.needs[name]:
                for one in choice:
                    if one in self.version or one in self.provided:
                        open_ones.append(one if one in self.version else self.provided[one][0])
                        break
        return found


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def bare(dependency):
    """Without version, architecture and spaces."""
    return re.sub(r'\(.*?\)|:\w+|\[.*?\]', '', dependency).strip()


# --- what a platform is made of -------------------------------------------------


def needed_by(path):
    """The names of the libraries that a program or library is linked with."""
    with open(path, 'rb') as file:
        if file.read(4) != b'\x7fELF':
            return []
    return re.findall(r'\(NEEDED\).*\[(.+)\]', run('readelf', '--dynamic', '--wide', path))


def with_what_they_need(paths):
    """The libraries, and all that they are linked with, as the paths they are looked up by."""
    found, open_ones = set(), list(paths)
    while open_ones:
        path = open_ones.pop()
        if path in found:
            continue
        found.add(path)
        for name in needed_by(path):
            library = LIBRARIES / name
            if library.exists():
                open_ones.append(str(library))
            elif not name.startswith('ld-linux'):
                say_and_end(f'{path} needs {name}, which is not here')
    return found


def matching(patterns):
    """What fits the patterns, each of which must be good for something."""
    found = {pattern: glob.glob(pattern) for pattern in patterns}
    if missing := [pattern for pattern, paths in found.items() if not paths]:
        say_and_end(f'there is no {" and no ".join(missing)}')
    return [path for paths in found.values() for path in paths]


def font_paths():
    """The files of the fonts of paper and screen; it ends where one of them is not here."""
    source = (Path(__file__).parent.parent / 'src/draw/font.c').read_text()
    of_papers = re.findall(r'Noto [^,"]+(?=,)', source.partition('families[]')[2])
    if not of_papers:
        say_and_end('src/draw/font.c names no fonts of papers')
    wanted = {*of_papers, *FONTS}
    found, paths = set(), set()
    for line in run('fc-list', '--format=%{family[0]}\t%{style[0]}\t%{file}\n').splitlines():
        family, style, path = line.split('\t')
        if family in wanted and style in STYLES:
            found.add(family)
            paths.add(path)
    if wanted - found:
        say_and_end(f'there is no font {", ".join(sorted(wanted - found))}')
    return sorted(paths)


def platform_paths(packages):
    linked = [path for name in LINKED for path in packages.files_of(name)
              if re.fullmatch(rf'{LIBRARIES}/[^/]+\.so\.[^/]+', path)]
    modules = matching(f'{LIBRARIES}/{module}' for module in MODULES)
    data = [*matching(DATA), *font_paths()]
    inner = [str(path) for folder in data if os.path.isdir(folder) and not os.path.islink(folder)
             for path in Path(folder).rglob('*')]
    return {*with_what_they_need(linked + modules), *data, *inner}


def make_locales(folder):
    for locale in LOCALES:
        run('localedef', f'--prefix={folder}', '-i', locale, '-f', 'UTF-8', f'{locale}.UTF-8')


def finish_platform(files):
    """What is made from other files, for just those that are here."""
    make_locales(files.parent)
    (files / 'bin').mkdir(exist_ok=True)
    (files / 'bin/ldconfig').symlink_to('../sbin/ldconfig')  # where Flatpak looks for it
    run('glib-compile-schemas', '--strict', str(files / 'share/glib-2.0/schemas'))
    for theme in ('Adwaita', 'hicolor'):
        run('gtk-update-icon-cache', '--quiet', '--force', str(files / 'share/icons' / theme))
    (files / 'etc/fonts/fonts.conf').write_text(
        (ROOT / 'etc/fonts/fonts.conf').read_text()
        .replace('</fontconfig>', '  <include>/etc/fonts/hearth.conf</include>\n</fontconfig>'))


# --- putting it down ------------------------------------------------------------


def with_targets(paths):
    """Links, and what they lead to."""
    found = set()
    open_ones = list(paths)
    while open_ones:
        path = open_ones.pop()
        if path in found:
            continue
        found.add(path)
        if os.path.islink(path):
            target = os.path.normpath(os.path.join(os.path.dirname(path), os.readlink(path)))
            if os.path.lexists(target):
                open_ones.append(target)
    return found


def place_of(path, files):
    """Where /usr/… and /etc/… go in a runtime, or None."""
    for outside, inside in (('/usr/', ''), ('/etc/', 'etc/'), ('/lib/', 'lib/'), ('/lib64/', 'lib64/'), ('/bin/', 'bin/'),
                            ('/sbin/', 'sbin/')):
        if path.startswith(outside):
            return files / inside / path[len(outside):]
    return None


def copy(paths, packages, files):
    for name in {packages.owner[path] for path in paths if path in packages.owner}:
        packages.read_checksums(name)
    for path in sorted(paths):
        place = place_of(path, files)
        if place is None or not os.path.lexists(path):
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            place.mkdir(parents=True, exist_ok=True)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.islink(path):
            packages.check(path)
        if not os.path.lexists(place):
            shutil.copy2(path, place, follow_symlinks=False)
            if not os.path.islink(place):
                place.chmod(0o755 if os.access(path, os.X_OK) else 0o644)


def write_packages(paths, packages, files):
    """Which packages, in which version, it is made of; and under which licences."""
    names = sorted({packages.owner[path] for path in paths if path in packages.owner and not os.path.isdir(path)})
    listed = files / 'share/hearth/packages'
    listed.parent.mkdir(parents=True)
    listed.write_text(''.join(f'{name} {packages.version[name]}\n' for name in names))
    copyrights = {f'/usr/share/doc/{name}/copyright' for name in names}
    missing = [path for path in copyrights if not os.path.exists(path)]
    if missing:
        say_and_end(f'no licence is told by {" ".join(missing)}')
    copy(with_targets(copyrights), packages, files)


def make_platform(packages, files):
    paths = with_targets(platform_paths(packages))
    copy(paths, packages, files)
    write_packages(paths, packages, files)
    (files / 'etc/ld.so.conf.d/app.conf').write_text(LD_SO_CONF)
    (files / 'etc/fonts/hearth.conf').write_text(FONTS_CONF)
    finish_platform(files)


def make_sdk(packages, files):
    names = packages.closure([*packages.essential, *BUILT_WITH])
    paths = {path for name in names for path in packages.files_of(name)}
    paths |= {link for pattern in SET_UP for link in glob.glob(pattern) if os.path.islink(link)
              and 'alternatives' in link + os.readlink(link)}
    copy(paths, packages, files)
    (files / 'etc/ld.so.conf.d/app.conf').write_text(LD_SO_CONF)
    if not (files / 'bin/ldconfig').exists():
        (files / 'bin/ldconfig').symlink_to('../sbin/ldconfig')


def write_metadata(name, branch, folder):
    (folder / 'metadata').write_text(
        f'[Runtime]\nname={NAMESPACE}.{name}\nruntime={NAMESPACE}.Platform/{ARCH}/{branch}\n'
        f'sdk={NAMESPACE}.Sdk/{ARCH}/{branch}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('name', choices=('Platform', 'Sdk'))
    parser.add_argument('branch')
    parser.add_argument('folder', type=Path, help='a folder that is not there yet; for flatpak build-export --runtime')
    arguments = parser.parse_args()
    files = arguments.folder / 'usr'
    files.mkdir(parents=True)
    (arguments.folder / 'files').mkdir()  # Flatpak asks for it
    packages = Packages()
    {'Platform': make_platform, 'Sdk': make_sdk}[arguments.name](packages, files)
    write_metadata(arguments.name, arguments.branch, arguments.folder)


if __name__ == '__main__':
    main()
