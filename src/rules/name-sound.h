/* SPDX-License-Identifier: GPL-3.0-or-later
 * How names sound, in any script: what two spellings of one name have in common.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** One word of a name. @folded: as searched for; @latin: in Latin letters; @sound: its skeleton. */
typedef struct {
  char *folded;
  char *latin;
  char *sound;
} HearthNameWord;

typedef enum {
  HEARTH_NAMES_DIFFER,
  HEARTH_NAMES_SOUND_ALIKE,
  HEARTH_NAMES_SAME,
} HearthNameLikeness;

/** The words of @name, without particles such as “bin” and “de” where others remain; of HearthNameWord, which are
 * wiped when they are freed. Transfer full. */
GPtrArray *hearth_name_words_new (const char *name);

/** How like each other two words are. */
HearthNameLikeness hearth_name_words_compare (const HearthNameWord *one, const HearthNameWord *other);

/** Whether every word of @name has its like in @pool; the least like of them counts. DIFFER when @name is empty. */
HearthNameLikeness hearth_name_find_in (GPtrArray *name, GPtrArray *pool);

G_END_DECLS
