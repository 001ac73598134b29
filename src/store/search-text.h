/* SPDX-License-Identifier: GPL-3.0-or-later
 * What of a record is searched, and what a hit shows of it. Private.
 */
#pragma once

#include "store/search.h"

G_BEGIN_DECLS

/** Which fields: all that are searched, or names and codes only. */
typedef enum {
  HEARTH_SEARCH_ALL,
  HEARTH_SEARCH_NAMES,
} HearthSearchPart;

/** Questions with a shorter word are answered from names and codes. */
#define HEARTH_SEARCH_LEAST_CHARACTERS 3

/** Whether @field of @type is ever indexed. Sealed fields and those of a compartment never are. */
bool hearth_search_takes_field (const HearthRecordType *type,
                                const HearthField *field,
                                HearthSearchPart part);
/** Whether @type has an indexed field of just @tier. */
bool hearth_search_has_tier (const HearthRecordType *type, HearthTier tier, HearthSearchPart part);

/** Normalised text of @record's indexed fields up to @tier, a line for each; "" when there is none. Transfer full. */
char *hearth_search_dup_text (HearthRecord *record, HearthTier tier, HearthSearchPart part);

/** The words of @question, normalised, each once, not too many. Transfer full. */
GStrv hearth_search_split (const char *question);
bool hearth_search_word_is_short (const char *word);

/** Whether @record, as this reader sees it, has all of @words; short ones as beginnings of names. */
bool hearth_search_matches (HearthRecord *record, const char *const *words);
/** Whether normalised @text holds all of @words. */
bool hearth_search_text_has_all (const char *text, const char *const *words);

/** Plain text around the first of @words that @record has outside its title; "" when all is in the title. Transfer full. */
char *hearth_search_dup_snippet (HearthRecord *record, const char *const *words);

G_END_DECLS
