/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opening one resident's file in an emergency.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/emergency.h"

bool
hearth_emergency_is_offered (HearthStore *store, const char *resident)
{
  return false;
}

bool
hearth_emergency_open (HearthStore *store,
                       const char *resident,
                       const char *reason,
                       GPtrArray **problems,
                       GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "emergency");
  return false;
}

char *
hearth_emergency_dup_until (HearthStore *store, const char *resident)
{
  return NULL;
}
