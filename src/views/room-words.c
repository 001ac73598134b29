/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of rooms and beds in several places.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/room-words.h"

#include <glib/gi18n-lib.h>

#include "core/record.h"
#include "records/types.h"

char *
hearth_room_words_about (HearthRecord *room)
{
  g_autofree char *whom =
    hearth_record_format (room, hearth_record_type_lookup_field (&hearth_room_type, "for_whom"), "");
  const char *floor = hearth_record_get (room, "floor");

  if (*whom == '\0' || *floor == '\0')
    return g_strconcat (whom, floor, NULL);
  return g_strdup_printf ("%s · %s", whom, floor);
}

bool
hearth_room_is_overfull (const HearthRoomUse *use)
{
  return use->n_taken > use->n_beds;
}

char *
hearth_room_words_free (const HearthRoomUse *use)
{
  unsigned int n = use->n_beds > use->n_taken ? use->n_beds - use->n_taken : 0;

  if (hearth_room_is_overfull (use))
    /* Translators: two numbers, of residents and of beds, in a room with too few beds */
    return g_strdup_printf (_ ("%u residents, and beds for %u only"), use->n_taken, use->n_beds);
  if (n == 0)
    return g_strdup (_ ("Full"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bed free", "%u beds free", n), n);
}
