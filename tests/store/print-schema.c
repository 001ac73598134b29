/* SPDX-License-Identifier: GPL-3.0-or-later
 * Prints the tables that the record types ask for (or those named): what a new migration is written from.
 */
#include "records/registry.h"
#include "schema-ddl.h"

int
main (int argc, char **argv)
{
  if (argc == 1)
    {
      g_autofree char *all = schema_ddl_of_all ();

      g_print ("%s", all);
    }
  for (int i = 1; i < argc; i++)
    {
      const HearthRecordType *type = hearth_records_lookup_type (argv[i]);
      g_autofree char *ddl = type != NULL ? schema_ddl_of_type (type) : NULL;

      if (ddl == NULL)
        {
          g_printerr ("There is no record type called %s.\n", argv[i]);
          return 2;
        }
      g_print ("%s", ddl);
    }
  return 0;
}
