// Runs the built program against discord-digital-twin, a Discord that was written for discord.js and knows nothing of us.
// Usage: node discord-digital-twin.mjs PATH/TO/MLCareerBot.Worker.dll
// Prints one line and exits with 0 if the bot did all that is listed below; else says what was missing and exits with 1.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DigitalDiscord } from 'discord-digital-twin';

const SUBCOMMAND = 1, TEXT = 3, GUILD_TEXT = 0, DIRECT_MESSAGE = 1, EPHEMERAL = 64;
const PATIENCE = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'mlcareerbot-twin-'));
const discord = new DigitalDiscord({
  guild: { name: 'Bootcamp' },
  channels: [{ name: 'general', type: GUILD_TEXT }],
  users: [{ username: 'ana' }],
});
await discord.start();
const bot = startBot();
let isDone = false;
let isEnding = false;

try {
  await registersItsCommands();
  const general = (await discord.prisma.channel.findFirst({ where: { type: GUILD_TEXT } })).id;
  const ana = await discord.getFirstNonBotUserId();
  await answersASlashCommand(general, ana);
  await answersAButton(general, ana);
  await answersADirectMessage(ana);
  await answersAMention(general, ana);
  isDone = true;
  console.log('discord-digital-twin: ready, commands, /career ask, button, direct message, mention');
} finally {
  await endBot();
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = isDone ? 0 : 1;
}

function startBot() {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.includes('__')));
  const program = spawn('dotnet', [process.argv[2]], {
    cwd: folder,
    env: { ...environment, HOME: folder, Discord__Token: discord.botToken, Discord__ApiBaseUrl: `${discord.restUrl}/v10/`, Discord__StateDirectory: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  program.once('exit', code => {
    if (!isDone && !isEnding) {
      console.error(`The bot ended early with exit code ${code}.`);
      process.exit(1);
    }
  });
  return program;
}

async function endBot() {
  isEnding = true;
  if (bot.exitCode === null) {
    const ended = new Promise(resolve => bot.once('exit', resolve));
    bot.kill('SIGTERM');
    await ended;
  }
}

async function registersItsCommands() {
  const names = await until('commands', async () => {
    const commands = await discord.prisma.applicationCommand.findMany();
    return commands.length > 0 && commands.map(command => command.name).sort();
  });
  assert.deepEqual(names, ['Answer with MLCareerBot', 'career', 'career-admin']);
}

async function answersASlashCommand(channelId, userId) {
  const reply = await ask(channelId, userId, 'how much do ml engineers make');
  assert.match(textOf(reply.components), /112,430/);
  assert.ok(reply.flags & EPHEMERAL, 'A slash answer is for the asker alone.');
}

async function answersAButton(channelId, userId) {
  const asked = await ask(channelId, userId, 'what is a machine learning engineer');
  const button = buttonsOf(asked.components).find(each => each.custom_id.startsWith('v1:say:faq'));
  const click = await discord.channel(channelId).user(userId).clickButton({ messageId: asked.messageId, customId: button.custom_id });
  const reply = await answerTo(channelId, click.id);
  assert.ok(textOf(reply.components).includes(button.label), `The answer to the button names its question: ${button.label}`);
}

async function answersADirectMessage(userId) {
  const { id } = await discord.prisma.channel.create({ data: { id: '1200000000000000001', type: DIRECT_MESSAGE, guildId: null, name: '' } });
  await discord.channel(id).user(userId).sendMessage({ content: 'which programming languages should I learn?' });
  const reply = await discord.channel(id).waitForBotReply({ timeout: PATIENCE });
  assert.match(textOf(reply.components), /Python/);
}

async function answersAMention(channelId, userId) {
  await discord.channel(channelId).user(userId).sendMessage({ content: `<@${discord.botUserId}> do I need a degree?` });
  const reply = await discord.channel(channelId).waitForMessage({
    timeout: PATIENCE,
    predicate: message => message.author.id === discord.botUserId && /degree/i.test(textOf(message.components)),
  });
  assert.ok(!(reply.flags & EPHEMERAL));
}

async function ask(channelId, userId, question) {
  const interaction = await discord.channel(channelId).user(userId).runSlashCommand({
    name: 'career',
    options: [{ name: 'ask', type: SUBCOMMAND, options: [{ name: 'question', type: TEXT, value: question }] }],
  });
  return answerTo(channelId, interaction.id);
}

// What the asker sees: the first answer, or the message that was promised and then edited.
async function answerTo(channelId, interactionId) {
  await discord.channel(channelId).waitForInteractionAck({ interactionId, timeout: PATIENCE });
  const { type, data, messageId } = await discord.channel(channelId).getInteractionResponse(interactionId);
  if (type === 4) {
    return { ...JSON.parse(data), messageId };
  }

  return until('the promised answer', async () => {
    const { messageId: edited } = await discord.channel(channelId).getInteractionResponse(interactionId);
    const message = edited && (await discord.prisma.message.findUnique({ where: { id: edited } }));
    return message && { components: JSON.parse(message.components), flags: message.flags | EPHEMERAL, messageId: edited };
  });
}

function textOf(components) {
  return (components ?? []).map(each => `${each.content ?? ''}\n${textOf(each.components)}`).join('\n');
}

function buttonsOf(components) {
  return (components ?? []).flatMap(each => (each.custom_id ? [each] : buttonsOf(each.components)));
}

async function until(what, look) {
  for (const started = Date.now(); Date.now() - started < PATIENCE;) {
    const seen = await look();
    if (seen) {
      return seen;
    }

    await new Promise(resolve => setTimeout(resolve, 50));
  }

  throw new Error(`Waited in vain for ${what}.`);
}
