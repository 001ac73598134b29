/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who waits for a key: what the page of today says of it.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/key-requests.h"

#include <glib/gi18n-lib.h>

/* Who can be asked for a key that this person does not hold. */
static char *
describe_givers (HearthStore *store, const HearthKeyRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; request->givers[i] != NULL; i++)
    g_strv_builder_take (builder, hearth_store_dup_link_title (store, request->givers[i]));
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", names);
  if (*joined != '\0')
    /* Translators: names of colleagues. */
    return g_strdup_printf (_ ("It can be given by: %s"), joined);
  return g_strdup (request->account != NULL ? _ ("Nobody holds it: only the recovery sheet can give it.")
                                            : _ ("Nobody holds it."));
}

static char *
describe_request (HearthStore *store, const HearthKeyRequest *request)
{
  g_autofree char *role = request->account != NULL ? hearth_record_dup_subtitle (request->account) : NULL;
  g_autofree char *who =
    request->account != NULL
      ? g_strdup_printf ("%s · %s", hearth_record_get (request->account, "name"), role)
      : g_strdup (_ ("The recovery sheet: with it, everything can be opened when passwords are lost."));
  g_autofree char *givers = request->givers != NULL ? describe_givers (store, request) : NULL;

  return givers != NULL ? g_strdup_printf ("%s\n%s", who, givers) : g_steal_pointer (&who);
}

void
hearth_notices_add_keys (HearthStore *store, GPtrArray *notices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = hearth_key_requests_list (store, &error);

  /* A key file that cannot be read just now is no reason to show nothing of the day. */
  if (requests == NULL)
    g_warning ("Who waits for a key cannot be told: %s", error->message);
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      const HearthKeyRequest *request = g_ptr_array_index (requests, i);
      /* Translators: %s is a key, as in "the medical key". */
      g_autofree char *title =
        g_strdup_printf (_ ("Waits for %s"), hearth_compartment_get_key (request->compartment));
      g_autofree char *detail = describe_request (store, request);

      hearth_notices_add_titled (notices, request->account, title, HEARTH_GROUP_KEYS, detail, "", false);
    }
}
