// An independent client of the fake Discord: proves that the fake is not shaped to our own client.
// Usage: node discord-js.mjs <api base url> <token>
// Logs in, sets a command, answers it and a button below the answer, then ends with 0 and one line of text.
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder,
} from 'discord.js';

const patience = 30_000;

function fail(reason) {
  console.error(reason?.stack ?? reason);
  process.exit(1);
}

function answer(content) {
  const more = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
  return {
    content,
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
    components: [new ActionRowBuilder().addComponents(more)],
  };
}

process.on('unhandledRejection', fail);
setTimeout(() => fail(`Not done after ${patience / 1000} s.`), patience).unref();

const [baseUrl, token] = process.argv.slice(2);
const version = /\/api\/v(\d+)\/?$/.exec(baseUrl ?? '')?.[1];
if (!version || !token) {
  fail('Usage: node discord-js.mjs <api base url> <token>');
}

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: baseUrl.replace(/\/v\d+\/?$/, ''), version },
});

client.on(Events.Error, fail);

client.once(Events.ClientReady, async () => {
  const career = new SlashCommandBuilder().setName('career').setDescription('Answers career questions.');
  career.addSubcommand(ask => ask.setName('ask').setDescription('Asks one.')
    .addStringOption(question => question.setName('question').setDescription('What to ask.').setRequired(true)));
  const registered = await client.application.commands.set([career]);
  if (registered.size !== 1) {
    fail(`Registered ${registered.size} commands instead of 1.`);
  }
});

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isChatInputCommand() && interaction.options.getSubcommand() === 'ask') {
    await interaction.reply(answer(`Peer heard: ${interaction.options.getString('question')}`));
  } else if (interaction.isButton() && interaction.customId === 'more') {
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'Peer says more.', components: [] });
    await client.destroy();
    console.log('discord.js logged in, set its command, and answered it and its button.');
    process.exit(0);
  } else {
    fail(`Did not expect interaction ${interaction.id} of type ${interaction.type}.`);
  }
});

client.login(token).catch(fail);
