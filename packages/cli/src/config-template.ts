import {
  environmentName,
  flagName,
  type Setting,
  type SettingValue,
  settings,
} from "./settings.ts";

const heading = `# Settings of this process. Relative paths start from the node's folder.
# A flag of \`cartorio start\` wins over an environment variable, which wins over this file.
# The settings of the network are in genesis.json, equal on every node.
`;

/** The text of a node.toml with every setting, its meaning, its variable and its flag. */
export function renderConfig(values: ReadonlyMap<string, SettingValue>): string {
  const top = settings.filter(({ path }) => !path.includes("."));
  const tables = [...new Set(settings.filter((item) => !top.includes(item)).map(tableOf))];
  const sections = tables.map((table) => {
    const inside = settings.filter((item) => tableOf(item) === table && !isTable(item));
    const lines = inside.map((setting) => renderSetting(setting, values));
    const subTables = settings.filter((item) => tableOf(item) === table && isTable(item));
    return [`[${table}]`, ...lines, ...subTables.map((item) => renderTable(item, values))].join(
      "\n",
    );
  });
  return [heading, ...top.map((setting) => renderSetting(setting, values)), ...sections].join("\n");
}

function tableOf({ path }: Setting): string {
  return path.includes(".") ? path.slice(0, path.indexOf(".")) : "";
}

function isTable({ rule }: Setting): boolean {
  return rule.kind === "peers";
}

function comment({ path, about }: Setting): string {
  return `# ${about}\n# ${environmentName(path)}, ${flagName(path)}`;
}

function renderSetting(setting: Setting, values: ReadonlyMap<string, SettingValue>): string {
  const { path } = setting;
  const key = path.slice(path.indexOf(".") + 1);
  const value = JSON.stringify(values.get(path) ?? setting.fallback);
  return `${comment(setting)}\n${key} = ${value}\n`;
}

function renderTable(setting: Setting, values: ReadonlyMap<string, SettingValue>): string {
  const entries = Object.entries(values.get(setting.path) ?? setting.fallback);
  const lines = entries.map(([key, addresses]) => `${key} = ${JSON.stringify(addresses)}`);
  const example = entries.length === 0 ? ['# z6Mk... = ["/ip4/192.0.2.7/tcp/7300"]'] : [];
  return `${comment(setting)}\n${[`[${setting.path}]`, ...lines, ...example].join("\n")}\n`;
}
