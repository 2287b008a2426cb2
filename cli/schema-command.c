/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include <gio/gio.h>

#include "catalogue.h"
#include "flag.h"

#define COMMAND "schema"
#define JSON_SCHEMA "/zhibiao/schema/output.schema.json"

static const char HELP[]
  = "Usage:\n"
    "  zhibiao schema list          every indicator, table kind and flag, one a line\n"
    "  zhibiao schema show ID…      what an indicator, a table kind or a flag means\n"
    "  zhibiao schema json-schema   the JSON Schema of the output\n";

static char *
print_help (void) {
  return g_strdup (HELP);
}

/* A line of the list: kind, id and name, in columns. */
static void
append_entry (GString *text, const char *kind, const char *id, const char *name) {
  g_string_append_printf (text, "%-9s  %-32s  %s\n", kind, id, name != NULL ? name : "");
}

static ZbExit
list_catalogue (const ZbCatalogue *catalogue) {
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < zb_catalogue_count_indicators (catalogue); i++) {
    const ZbIndicator *indicator = zb_catalogue_indicator_at (catalogue, i);

    append_entry (text, "indicator", indicator->id, indicator->name);
  }
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);

    append_entry (text, "table", kind->id, kind->name);
  }
  for (guint i = 0; i < ZB_N_FLAGS; i++)
    append_entry (text, "flag", zb_flag_name ((ZbFlag) i), zb_flag_meaning ((ZbFlag) i));
  return zb_commands_print (text->str);
}

static void
append_line (GString *text, const char *word, const char *value) {
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "  %-8s %s\n", word, value);
}

static gboolean
append_indicator (GString *text, const ZbCatalogue *catalogue, const char *id) {
  for (guint i = 0; i < zb_catalogue_count_indicators (catalogue); i++) {
    const ZbIndicator *indicator = zb_catalogue_indicator_at (catalogue, i);

    if (!g_str_equal (indicator->id, id))
      continue;
    g_string_append_printf (text, "%s (indicator)\n", id);
    append_line (text, "name", indicator->name);
    append_line (text, "unit", indicator->unit != NULL ? indicator->unit : "as printed");
    append_line (text, "meaning", indicator->meaning);
    return TRUE;
  }
  return FALSE;
}

static gboolean
append_table_kind (GString *text, const ZbCatalogue *catalogue, const char *id) {
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);

    if (!g_str_equal (kind->id, id))
      continue;
    g_string_append_printf (text, "%s (table kind)\n", id);
    append_line (text, "name", kind->name);
    append_line (text, "meaning", kind->meaning);
    return TRUE;
  }
  return FALSE;
}

static gboolean
append_flag (GString *text, const char *id) {
  ZbFlag flag;

  if (!zb_flag_lookup (id, &flag))
    return FALSE;
  g_string_append_printf (text, "%s (flag)\n", id);
  append_line (text, "meaning", zb_flag_meaning (flag));
  return TRUE;
}

static ZbExit
show_entries (const ZbCatalogue *catalogue, char **ids) {
  g_autoptr (GString) text = g_string_new (NULL);

  if (*ids == NULL)
    return zb_message_usage (COMMAND, "no id given");
  for (; *ids != NULL; ids++) {
    gboolean known = append_indicator (text, catalogue, *ids);

    known |= append_table_kind (text, catalogue, *ids);
    known |= append_flag (text, *ids);
    if (!known)
      return zb_message_usage (COMMAND, "nothing is called '%s'; 'zhibiao schema list' lists all",
                               *ids);
  }
  return zb_commands_print (text->str);
}

static ZbExit
print_json_schema (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (JSON_SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                      &error);

  if (bytes == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_PARTLY;
  }
  return zb_commands_print (g_bytes_get_data (bytes, NULL)); /* resources end in a zero byte */
}

static ZbExit
run_schema (char **arguments) {
  const char *action = arguments[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbCatalogue) catalogue = NULL;

  if (action == NULL)
    return zb_message_usage (COMMAND, "list, show ID or json-schema?");
  if (g_str_equal (action, "--help") || g_str_equal (action, "-h"))
    return zb_commands_print (HELP);
  if (!g_str_equal (action, "show") && arguments[2] != NULL)
    return zb_message_usage (COMMAND, "'%s' is too much", arguments[2]);
  if (g_str_equal (action, "json-schema"))
    return print_json_schema ();
  if (!g_str_equal (action, "list") && !g_str_equal (action, "show"))
    return zb_message_usage (COMMAND, "unknown: '%s'; known are list, show, json-schema", action);
  catalogue = zb_catalogue_new (&error);
  if (catalogue == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_USAGE;
  }
  return g_str_equal (action, "list") ? list_catalogue (catalogue)
                                      : show_entries (catalogue, arguments + 2);
}

const ZbCommand zb_schema_command = {
  .name = "schema",
  .summary = "explain indicators, table kinds, flags and the output's JSON Schema",
  .run = run_schema,
  .print_help = print_help,
};
