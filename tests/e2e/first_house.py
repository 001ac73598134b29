#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first days of a house, through the window alone: it is set up, a child arrives at night, is taken in by the
keyboard and written up in the morning; a second child is refused as the same and linked as a sibling; a photo and a
certificate are attached; a change is taken back, twice, and the history tells it. Nothing of it is readable outside."""

import json
import sys
from datetime import date, timedelta

import first_run
from hearth_e2e import Steps, hearthctl, run, wait_until
from house import PASSWORD, USER, assert_nothing_readable, folder, sign_in

NAME = 'Amiraleth Vossen'
OTHER = 'Amiralet Vossen'  # sounds the same
BIRTH = '14 March 2013'
NIGHT = date.today() - timedelta(days=1)
BASIS = 'Committal order'
ROOM = 'Ashgrove room'
AUTHORITY = 'Family court of Quillonia'
ADDRESS, WRONG_ADDRESS = 'Miss Vossen', 'Madam Zandoodle'
COMFORTS = 'Sitting with the grey kitten Umbrellino'
REGISTRY = 'Zephyrbrook registry'
PHOTO, CERTIFICATE = 'umbrellino.png', 'zephyrbrook.pdf'

PAPER = folder('paper')
hearth = first_run.HEARTH
hearth.folder = PAPER
hearth.environment['GSETTINGS_BACKEND'] = 'keyfile'  # remembers the house, and is looked through for words
canaries = [*NAME.split(), 'Amiralet', 'Ashgrove', 'Quillonia', 'Zandoodle', 'mbrellino', 'ephyrbrook', PASSWORD]


def make_files():
    """A picture, and a certificate of one page, as a phone and an office would send them."""
    run('convert', '-size', '600x400', 'plasma:orange-navy', PAPER / PHOTO)
    canaries.append((PAPER / PHOTO).read_bytes()[200:260])
    words = f'BT /F 20 Tf 40 200 Td (Certificate of birth, {REGISTRY}) Tj ET'
    body = '%PDF-1.4\n'
    begins = []
    for number, thing in enumerate((
            '<</Type/Catalog/Pages 2 0 R>>',
            '<</Type/Pages/Kids[3 0 R]/Count 1>>',
            '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 297]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
            f'<</Length {len(words)}>>stream\n{words}\nendstream',
            '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'), 1):
        begins.append(len(body))
        body += f'{number} 0 obj{thing}endobj\n'
    table = ''.join(f'{begin:010} 00000 n \n' for begin in begins)
    size = len(begins) + 1
    end = f'xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n'
    (PAPER / CERTIFICATE).write_text(body + end)


def open_resident(name, code):
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys(code)
    hearth.find(holds=name, role='list item')
    hearth.key('Return')
    hearth.find(name, 'heading')


def open_file(name, code):
    open_resident(name, code)
    hearth.wait_gone('Undo', 'button')  # of what was done before, above the rows below
    hearth.click('File', 'page tab')


def open_people_of(name, code):
    open_file(name, code)
    hearth.click('People', 'list item', below=hearth.find('People and papers', 'list'))


def change_address(words):
    hearth.click('Change these facts', 'button')
    hearth.type_into('Form of address', words)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find(holds=words)


def today_says_what_to_do_first():
    hearth.find('Nobody lives here yet')
    hearth.find('Admit a resident', 'button')


def a_child_arrives_at_ten_to_midnight():
    """Without the pointer."""
    hearth.key('ctrl+shift+n')
    hearth.find('New admission')
    hearth.wait_for_keyboard('Name used')
    hearth.press_keys(NAME)
    hearth.tab_to('Birth date')
    hearth.press_keys(BIRTH)
    hearth.find(holds='Nobody like this')
    hearth.key('ctrl+s')
    hearth.wait_for_keyboard('Languages')
    hearth.press_keys('Quillonian')
    hearth.tab_to('Arrived')
    hearth.press_keys(f'{NIGHT.isoformat()} 23:50')
    hearth.tab_to('Brought by')
    hearth.press_keys('A police officer')
    choose_basis_by_keyboard()
    hearth.tab_to('Medical help today')
    hearth.key('space')
    hearth.tab_to('A place to sleep')
    hearth.key('space')
    hearth.tab_to('Room and bed')
    hearth.press_keys(ROOM)
    hearth.key('ctrl+s')
    hearth.find(f'{NAME} was admitted')
    hearth.find(NAME, 'heading')
    hearth.find(holds=f'since {NIGHT:%-d %b %Y}')


def choose_basis_by_keyboard():
    row = hearth.tab_to('Legal basis')
    hearth.key('space')
    popup = hearth.find(role='scroll pane', below=row)
    choices = [a.get_name() for a in hearth.walk(popup) if a.get_role_name() == 'label']
    hearth.key(*['Down'] * choices.index(BASIS), 'Return')
    hearth.find(BASIS, 'label', row)


def the_night_ends():
    hearth.key('ctrl+l')
    hearth.find('Sign in', 'button')
    hearth.close()
    hearth.start()
    sign_in(hearth)


def in_the_morning_today_asks_for_the_rest():
    hearth.click(NAME, 'list item', below=hearth.find('To be completed', 'list'))
    hearth.find(holds='Rights explained · Explained on')


def the_admission_is_completed():
    hearth.type_into('Form of address', ADDRESS)
    hearth.choose('Sex', 'Female')
    hearth.type_into('Placing authority', AUTHORITY)
    hearth.choose('Rights explained', 'Yes')
    hearth.type_into('Explained on', 'today')
    hearth.type_into('Explained in', 'Quillonian, through an interpreter')
    hearth.click('The house and the room')
    hearth.click('How to complain')
    hearth.type_into('What helps and comforts', COMFORTS)
    hearth.choose('The admission is complete', 'Yes')
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')


def today_asks_no_longer():
    hearth.find('Nothing is waiting.')
    assert hearth.look('To be completed') is None


def a_second_child_is_refused_as_the_same():
    hearth.key('ctrl+shift+n')
    hearth.find('New admission')
    hearth.type_into('Name used', OTHER)
    hearth.type_into('Birth date', BIRTH)
    hearth.find(holds='First say whether this is ')
    hearth.find(holds='sounds alike, the same birth date')
    hearth.key('ctrl+s')
    hearth.wait_for_keyboard('The same person')
    assert hearth.look('Languages') is None, 'the form went on in spite of it'


def and_linked_as_a_sibling():
    hearth.click('Brother or sister')
    hearth.wait_gone(holds='First say whether this is ')
    hearth.key('ctrl+s')
    hearth.find('Save', 'button')
    hearth.key('ctrl+s')
    hearth.find(f'{OTHER} was admitted')


def both_files_show_the_other():
    for name, code, sibling, relation in ((NAME, 'R-001', OTHER, 'Brother or sister'),
                                          (OTHER, 'R-002', NAME, 'Sister')):
        open_people_of(name, code)
        hearth.click(holds=sibling, role=('list item', 'table row'))
        hearth.find(sibling, 'label', hearth.find('Lives here too, as', 'combo box'))
        hearth.find(relation, 'label', hearth.find('Is the resident’s', 'combo box'))


def a_photo_is_attached():
    make_files()
    open_resident(NAME, 'R-001')
    hearth.click('Change these facts', 'button')
    hearth.click('Add…', 'button')
    hearth.open_in_dialog('Attach a file', PHOTO)
    hearth.find(PHOTO)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find('Undo', 'button')
    hearth.click('Change these facts', 'button')
    hearth.click('Photo', 'button')
    hearth.find(PHOTO, 'image')
    hearth.find(holds='PNG image')


def a_certificate_is_attached():
    open_file(NAME, 'R-001')
    hearth.click('Documents', 'list item')
    hearth.find('No documents yet')
    hearth.key('ctrl+n')
    hearth.type_into('Title', 'Birth certificate')
    hearth.click('Add…', 'button')
    hearth.open_in_dialog('Attach a file', CERTIFICATE)
    hearth.find(CERTIFICATE)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')


def and_opened():
    hearth.click(holds='Birth certificate', role=('list item', 'table row'))
    hearth.click('File', 'button')
    hearth.find(CERTIFICATE, 'label')
    hearth.find('Page 1 of 1', 'image')


def undo_in_the_toast_takes_a_change_back():
    open_resident(NAME, 'R-001')
    change_address(WRONG_ADDRESS)
    hearth.click('Undo', 'button')
    hearth.find('As it was before')
    hearth.find(holds=ADDRESS)


def and_so_do_the_keys():
    change_address(WRONG_ADDRESS)
    hearth.find('Undo', 'button')
    hearth.key('ctrl+z')
    hearth.wait_gone(WRONG_ADDRESS)
    hearth.find(holds=ADDRESS)


def the_history_tells_all_of_it():
    hearth.key('ctrl+h')
    hearth.find(holds='7 versions')
    assert hearth.names().count('Brought back by undo') == 2, hearth.names()
    hearth.find(holds='Maria Winter')
    changes = [name for name in hearth.names() if 'became' in name]
    for before, after in ((ADDRESS, WRONG_ADDRESS), (WRONG_ADDRESS, ADDRESS)):
        told = [words for words in changes if before in words and after in words
                and words.index(before) < words.index(after)]
        assert len(told) == 2, changes


def the_preference_card_is_printed():
    open_resident(NAME, 'R-001')
    hearth.click('Print the preference card', 'button')
    hearth.find('Page 1 of 1', 'image')
    hearth.key('ctrl+p')
    hearth.print_to_file(PAPER / 'output.pdf')
    text = ' '.join(run('pdftotext', PAPER / 'output.pdf', '-').split())
    assert ADDRESS in text and COMFORTS in text, text
    assert AUTHORITY not in text, text


def nothing_is_readable_while_the_house_is_open():
    assert_nothing_readable(the_house(), canaries, PAPER)


def nor_locked_nor_closed():
    hearth.key('ctrl+l')
    hearth.find('Sign in', 'button')
    assert_nothing_readable(the_house(), canaries, PAPER)
    hearth.close()
    assert_nothing_readable(the_house(), canaries, PAPER)


def the_house_is_whole():
    result = json.loads(hearthctl('verify', '--house', the_house(), '--user', USER, '--password-file', '-',
                                  input=PASSWORD + '\n'))
    assert result['whole'] and not result['findings'], result


def the_house():
    return wait_until(lambda: next(folder('..').glob('home/.local/share/hearth/house'), None), 'the house')


STEPS = Steps(
    first_run.nobody_knows_a_house,
    first_run.enter_leads_from_field_to_field,
    first_run.the_first_account,
    first_run.the_sheet_is_typed_back_from_paper,
    first_run.straight_into_the_house,
    today_says_what_to_do_first,
    a_child_arrives_at_ten_to_midnight,
    the_night_ends,
    in_the_morning_today_asks_for_the_rest,
    the_admission_is_completed,
    today_asks_no_longer,
    a_second_child_is_refused_as_the_same,
    and_linked_as_a_sibling,
    both_files_show_the_other,
    a_photo_is_attached,
    a_certificate_is_attached,
    and_opened,
    undo_in_the_toast_takes_a_change_back,
    and_so_do_the_keys,
    the_history_tells_all_of_it,
    the_preference_card_is_printed,
    nothing_is_readable_while_the_house_is_open,
    nor_locked_nor_closed,
    the_house_is_whole,
)
sys.exit(STEPS.run(hearth))
