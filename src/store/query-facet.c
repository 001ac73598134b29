/* SPDX-License-Identifier: GPL-3.0-or-later
 * Filters of a list of residents by their other records: which residents have one that holds today.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/query-facet.h"

#include "records/registry.h"

const HearthFacet *
hearth_facet_lookup (const HearthRecordType *type, const char *name)
{
  for (const HearthFacet *facet = type->facets; facet != NULL && facet->name != NULL; facet++)
    if (g_str_equal (facet->name, name))
      return facet;
  return NULL;
}

static bool
check_policy (HearthQueryPlan *plan, const HearthFacet *facet, GError **error)
{
  const HearthRecordType *type = hearth_records_lookup_type (facet->type);
  const char *const fields[] = { facet->field, facet->from, facet->until };
  bool allowed = hearth_store_may_read (plan->store, type, plan->query->resident);

  for (gsize i = 0; allowed && i < G_N_ELEMENTS (fields); i++)
    allowed =
      hearth_store_may_read_field (plan->store, type, hearth_record_type_lookup_field (type, fields[i]),
                                   plan->query->resident);
  if (!allowed)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, facet->name);
  return allowed;
}

/* Residents with a record that has begun. One reading of the table answers for the whole list, where asking for each
 * resident would read it as often as there are residents. */
static void
append_begun (GString *sql, const HearthFacet *facet)
{
  g_string_append_printf (sql,
                          "(SELECT resident FROM \"%s\" WHERE state <> 'in_error' AND "
                          "ifnull (\"%s\", '') <= " HEARTH_PLAN_TODAY,
                          facet->type, facet->from);
}

static void
append_holding (GString *sql, const HearthFacet *facet)
{
  append_begun (sql, facet);
  g_string_append_printf (sql, " AND ifnull (\"%s\", " HEARTH_PLAN_TODAY ") >= " HEARTH_PLAN_TODAY,
                          facet->until);
}

static void
append_code (HearthQueryPlan *plan, GString *sql, const HearthFacet *facet, const char *code)
{
  if (g_str_equal (code, HEARTH_FACET_NONE))
    {
      g_string_append (sql, "i.id NOT IN ");
      append_begun (sql, facet);
    }
  else if (g_str_equal (code, HEARTH_FACET_PAST))
    {
      g_string_append (sql, "i.id IN ");
      append_begun (sql, facet);
      g_string_append (sql, ") AND i.id NOT IN ");
      append_holding (sql, facet);
    }
  else
    {
      g_string_append (sql, "i.id IN ");
      append_holding (sql, facet);
      g_string_append_printf (sql, " AND \"%s\" = ", facet->field);
      hearth_query_plan_append_value (plan, sql, code);
    }
  g_string_append_c (sql, ')');
}

bool
hearth_query_plan_append_facet (HearthQueryPlan *plan,
                                GString *sql,
                                const HearthFacet *facet,
                                const char *const *codes,
                                GError **error)
{
  g_autofree char *denied = NULL;

  if (!check_policy (plan, facet, error) ||
      !hearth_store_list_denied_residents (plan->store, hearth_records_lookup_type (facet->type), NULL,
                                           &denied, error))
    return false;
  plan->asks_today = true;
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_string_append (sql, i == 0 ? " AND (" : " OR ");
      append_code (plan, sql, facet, codes[i]);
    }
  g_string_append_c (sql, ')');
  if (denied != NULL)
    {
      g_string_append (sql, " AND i.id NOT IN (SELECT value FROM json_each (");
      hearth_query_plan_append_value (plan, sql, denied);
      g_string_append (sql, "))");
    }
  return true;
}

bool
hearth_query_plan_has_facet_of (HearthQueryPlan *plan, const HearthRecordType *type)
{
  for (guint i = 0; plan->query->type != NULL && i < plan->query->filters->len; i++)
    {
      const HearthFilter *filter = g_ptr_array_index (plan->query->filters, i);
      const HearthFacet *facet = hearth_facet_lookup (plan->query->type, filter->field);

      if (facet != NULL && g_str_equal (facet->type, type->name))
        return true;
    }
  return false;
}
