#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is called away in the middle of a word: covered with one key, locked after a minute in which nobody was
there, and locked with the screen. What was typed, sealed or not, is there again after signing in, and nowhere else."""

import json
import sys
import threading

import house
from gi.repository import Gio, GLib
from hearth_e2e import Hearth, Steps, hearthctl, wait_until

SUMMARY = 'Planned a zandoodle for the birthday'
TEAM_NOTE = 'Prefers the quillonberry room'
PROCESS_NOTE = 'Ask in umbrellino supervision'
MORE = ' and about the frostwhistle'
CANARIES = ('zandoodle', 'quillonberry', 'umbrellino', 'frostwhistle')
IDLE = 150  # seconds until a lock that is due after one minute must have come

SCREEN = '/org/gnome/ScreenSaver'
DESKTOP = Gio.DBusNodeInfo.new_for_xml("""
<node>
  <interface name='org.gnome.SessionManager'>
    <method name='RegisterClient'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/>
    </method>
  </interface>
  <interface name='org.gnome.ScreenSaver'>
    <method name='GetActive'><arg type='b' direction='out'/></method>
    <signal name='ActiveChanged'><arg type='b'/></signal>
  </interface>
</node>""").interfaces

HOUSE, STAFF = house.make_demo_house('demo', '--residents', '2', '--months', '1')
DIRECTOR, COUNSELLOR = STAFF['director'], STAFF['counsellor']
hearth = Hearth(HOUSE)
bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def be_the_desktop():
    """A desktop that locks its screen when the test says so. In a thread, as the program waits for its answers."""

    def answer(_bus, _sender, _path, _interface, method, _parameters, invocation):
        invocation.return_value(GLib.Variant('(b)', (False,)) if method == 'GetActive' else
                                GLib.Variant('(o)', ('/org/gnome/SessionManager/Client1',)))

    context = GLib.MainContext.new()
    context.push_thread_default()
    for path, interface in zip(('/org/gnome/SessionManager', SCREEN), DESKTOP):
        bus.register_object(path, interface, answer, None, None)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                      GLib.Variant('(su)', (interface.name, 0)), None, Gio.DBusCallFlags.NONE, -1, None)
    context.pop_thread_default()
    threading.Thread(target=GLib.MainLoop.new(context, False).run, daemon=True).start()


def say_of_the_screen(locked):
    bus.emit_signal(None, SCREEN, DESKTOP[1].name, 'ActiveChanged', GLib.Variant('(b)', (locked,)))
    bus.flush_sync()


def sign_in(account):
    house.sign_in(hearth, account['user'], account['password'])


def continue_writing():
    hearth.find('1 unfinished entry is waiting')
    hearth.click('Continue', ('button', 'label'))
    hearth.wait_for_text('Summary for the file', SUMMARY)
    house.reveal(hearth)


def a_director_sets_one_minute():
    be_the_desktop()
    hearth.start()
    sign_in(DIRECTOR)
    hearth.key('ctrl+comma')
    hearth.find('Preferences', 'dialog')
    hearth.choose('Lock when nobody is there', '1 minute')
    hearth.key('Escape')
    hearth.wait_gone('Preferences', 'dialog')
    house.lock(hearth)
    stored = json.loads(hearthctl('list', 'house', '--house', HOUSE, '--user', DIRECTOR['user'], '--password-file', '-',
                                  input=DIRECTOR['password'] + '\n'))
    assert str(stored['lock_minutes']) == '1', stored


def a_counsellor_writes():
    sign_in(COUNSELLOR)
    hearth.go_to('Counselling')
    hearth.find('The record')
    hearth.key('ctrl+n')
    hearth.find('Which resident?', 'dialog')
    hearth.press_keys('R-001')
    hearth.key('Return')
    hearth.type_into('Summary for the file', SUMMARY)
    hearth.type_into('Note for the counsellors', TEAM_NOTE)
    before = house.written(HOUSE)
    hearth.type_into('Process note', PROCESS_NOTE)
    wait_until(lambda: house.written(HOUSE) != before, 'a draft to be kept')


def one_key_covers_the_screen():
    hearth.key('F9')
    hearth.find('Calendar', 'frame')
    shown = ' '.join(hearth.names())
    assert 'Counselling' not in shown and SUMMARY not in shown, shown
    hearth.key('ctrl+k')
    hearth.key('F9')
    hearth.find('Hearth', 'frame')
    hearth.wait_for_text('Process note', PROCESS_NOTE)
    assert hearth.look('Search everything', 'dialog') is None, 'a key went through the cover'


def it_covers_a_dialog_too():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.key('F9')
    hearth.find('Calendar', 'frame')
    assert hearth.look('Search everything', 'dialog') is None
    hearth.key('F9')
    hearth.find('Search everything', 'dialog')
    hearth.key('Escape')
    hearth.wait_gone('Search everything', 'dialog')


def nobody_is_there_for_a_minute():
    hearth.find('Sign in', 'button', seconds=IDLE)
    assert hearth.look('Pages', 'list') is None
    shown = ' '.join(hearth.names())
    assert not any(word in shown for word in CANARIES), shown


def nothing_typed_is_readable():
    house.assert_nothing_readable(HOUSE, CANARIES)


def what_was_typed_is_there_again():
    sign_in(COUNSELLOR)
    continue_writing()
    hearth.wait_for_text('Note for the counsellors', TEAM_NOTE)
    hearth.wait_for_text('Process note', PROCESS_NOTE)


def a_lock_of_the_screen_locks_at_once():
    hearth.focus(hearth.find('Process note', 'text'))
    hearth.key('ctrl+End')
    hearth.press_keys(MORE)
    hearth.wait_for_text('Process note', PROCESS_NOTE + MORE)
    say_of_the_screen(locked=True)
    hearth.find('Sign in', 'button')
    assert hearth.look('Pages', 'list') is None
    say_of_the_screen(locked=False)
    house.assert_nothing_readable(HOUSE, CANARIES)


def with_the_last_letter():
    sign_in(COUNSELLOR)
    continue_writing()
    hearth.wait_for_text('Process note', PROCESS_NOTE + MORE)


def a_dialog_does_not_keep_it_open():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.key('ctrl+l')
    hearth.find('Sign in', 'button')


def it_is_finished_and_saved():
    sign_in(COUNSELLOR)
    continue_writing()
    hearth.choose('Kind', 'Individual')
    hearth.choose('How it went', 'Took place')
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.close()
    house.assert_nothing_readable(HOUSE, CANARIES)


STEPS = Steps(
    a_director_sets_one_minute,
    a_counsellor_writes,
    one_key_covers_the_screen,
    it_covers_a_dialog_too,
    nobody_is_there_for_a_minute,
    nothing_typed_is_readable,
    what_was_typed_is_there_again,
    a_lock_of_the_screen_locks_at_once,
    with_the_last_letter,
    a_dialog_does_not_keep_it_open,
    it_is_finished_and_saved,
)
sys.exit(STEPS.run(hearth))
