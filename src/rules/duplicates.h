/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may be here already: residents like the one that is being written down, by sound, spelling, birth date and
 * telephone, in any script.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_LIKENESS_WEAK,   /* worth a look */
  HEARTH_LIKENESS_STRONG, /* must be settled before a new file is made */
} HearthLikeness;

/** Somebody who may be the same person. @reasons: (element-type utf8): translated, "The name sounds alike". */
typedef struct {
  HearthRecord *resident;
  HearthLikeness likeness;
  GPtrArray *reasons;
} HearthDuplicate;

void hearth_duplicate_free (HearthDuplicate *duplicate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDuplicate, hearth_duplicate_free)

/**
 * hearth_duplicates_find:
 * @resident: as far as it is known: names, birth, sex; new or saved. Itself is never found
 * @phone: (nullable): a telephone number of a person in this life; people with the same number are looked at
 *
 * Compares with every resident, with what the signed-in person may read of them. Whoever is named in
 * @resident's "different_from", or names it there, is left out.
 *
 * Returns: (transfer full): of HearthDuplicate, the likeliest first, at most ten; NULL with an error of the store
 */
GPtrArray *hearth_duplicates_find (HearthStore *store,
                                   HearthRecord *resident,
                                   const char *phone,
                                   GError **error);

G_END_DECLS
