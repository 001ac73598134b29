/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking out of a document what its readers may not see. What is taken out is gone, not covered.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

typedef struct _HearthRedaction HearthRedaction;

/** Why a block was left out. */
typedef enum {
  HEARTH_DROPPED_TIER,    /* above what the readers may see */
  HEARTH_DROPPED_PROFILE, /* not meant for this kind of report */
} HearthDroppedReason;

/** For the disclosure sheet, which stays in the house. @section: the heading it stood under. */
typedef struct {
  HearthDroppedReason reason;
  HearthBlockKind kind;
  HearthTier tier;
  char *section;
  GPtrArray *sources; /* of HearthSource, borrowed from the document it was in */
} HearthDropped;

/**
 * hearth_redaction_new:
 * @profile: the one kind of report this is
 * @highest_tier: blocks above it are left out
 */
HearthRedaction *hearth_redaction_new (HearthPrintable profile, HearthTier highest_tier);
void hearth_redaction_free (HearthRedaction *redaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthRedaction, hearth_redaction_free)

/**
 * hearth_redaction_add_name:
 * @name: as somebody is called; "" is ignored
 * @instead: the role or code that stands in its place everywhere ("the resident's aunt", "R-0012")
 *
 * Found whatever its case, accents, Arabic vowel marks and white space are, as a whole word: also behind an Arabic or
 * Hebrew prefix, and in scripts without spaces where the dictionary sees a word or the name is longer than three letters. The longest name that fits goes first. A name changed by
 * grammar, or spelt in another way, is not found: add that form too.
 */
void hearth_redaction_add_name (HearthRedaction *redaction, const char *name, const char *instead);

/** @name stays as it is written, also where a shorter name of somebody else is part of it. */
void hearth_redaction_keep_name (HearthRedaction *redaction, const char *name);

/** @text with every name replaced; transfer full. */
char *hearth_redaction_apply_to_text (HearthRedaction *redaction, const char *text);

/**
 * hearth_redaction_apply:
 * @dropped: (out) (optional) (transfer full) (element-type HearthDropped): what was left out
 *
 * A new document; @document stays as it is. A heading with nothing left below it goes too. Transfer full.
 */
HearthDocument *hearth_redaction_apply (HearthRedaction *redaction,
                                        HearthDocument *document,
                                        GPtrArray **dropped);

G_END_DECLS
