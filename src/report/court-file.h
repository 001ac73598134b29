/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the papers for a court are made of: the case, the hearing, and all that belongs to them. Private to this folder.
 */
#pragma once

#include "report/builder.h"

G_BEGIN_DECLS

/**
 * HearthCourtFile:
 * @text: (nullable): the "court_report" that is printed
 * @hearing, @legal_case: (nullable)
 * @orders, @measures, @accused, @statements: of @legal_case; of the whole file where there is none. Oldest first
 * @steps: of @hearing, by day
 * @hearings: of the resident, oldest first
 * @contributions: of the resident, oldest first
 *
 * What the signed-in person may not read is not there.
 */
typedef struct {
  HearthRecord *text;
  HearthRecord *hearing;
  HearthRecord *legal_case;
  GPtrArray *hearings;
  GPtrArray *orders;
  GPtrArray *measures;
  GPtrArray *accused;
  GPtrArray *statements;
  GPtrArray *steps;
  GPtrArray *contributions;
} HearthCourtFile;

/** Finds what @builder's subject belongs to. @with_text: about a resident, their latest text leads; else the next hearing
 * does, or the last one. */
bool hearth_court_file_load (HearthCourtFile *file, HearthBuilder *builder, bool with_text, GError **error);
void hearth_court_file_clear (HearthCourtFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearthCourtFile, hearth_court_file_clear)

/** What is taken out of a paper that leaves the house, beside names: where the house, a school or a place of work is, and who the
 * resident's people are; they are called by what they are to the resident. */
bool hearth_court_file_hide_places (HearthBuilder *builder, GError **error);
/** And what the house is called; the organisation, too, where it does not stand above the paper. */
void hearth_court_file_hide_house (HearthBuilder *builder);

G_END_DECLS
