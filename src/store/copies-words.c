/* SPDX-License-Identifier: GPL-3.0-or-later
 * What went wrong with a copy, in plain sentences: the house itself is safe, and what to do next.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/copies.h"

#include <glib/gi18n-lib.h>

static const char *const sentences[] = {
  [HEARTH_STORE_ERROR_LOCKED] =
    N_ ("A copy is being made there at this moment. Nothing was changed. Please try "
        "again when it is done."),
  [HEARTH_STORE_ERROR_CORRUPT] = N_ ("This copy is damaged, so it cannot be relied on. The house itself was "
                                     "not touched. Please keep the copy, "
                                     "use another one, and make a new copy soon."),
  [HEARTH_STORE_ERROR_FULL] =
    N_ ("There is no room left on the stick or disk for the copy. The house itself is "
        "safe. Make room there, or choose another place."),
  [HEARTH_STORE_ERROR_IO] =
    N_ ("The stick or disk did not do what it was asked, and may have been pulled out. The "
        "house itself is safe. Put it in again, or choose another place, and try again."),
  [HEARTH_STORE_ERROR_READ_ONLY] = N_ ("This stick or disk can only be read; perhaps it has a switch against "
                                       "writing. The house itself is safe. "
                                       "Choose another place, and try again."),
  [HEARTH_STORE_ERROR_NOT_A_HOUSE] = N_ ("There is no copy of a house in this folder. Nothing was changed. "
                                         "Please choose the folder of a copy."),
  [HEARTH_STORE_ERROR_NOT_FOUND] = N_ ("The place for copies is not there. The house itself is safe. Plug in "
                                       "the stick or disk, or choose another "
                                       "place, and try again."),
};

char *
hearth_copy_error_to_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HEARTH_STORE_ERROR && error->code >= 0 &&
      (gsize) error->code < G_N_ELEMENTS (sentences) && sentences[error->code] != NULL)
    return g_strdup (_ (sentences[error->code]));
  return hearth_store_error_to_sentence (error);
}
