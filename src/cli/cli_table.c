/*
 * cli_table.c - the subcommands (product.md section 5).
 */
#include "cli/cli_table.h"

#include <string.h>

const struct command commands[] = {
	{ "init", "", "skapar databasen med ett tomt program",
	    "Skapar databasen. En fil som redan finns lämnas orörd. Med --exempel läses "
	    "Region Västerbottens plan från 2019 in.",
	    init_options, 0, 0, -1, init_run },
	{ "demo", "", "visar programmet på exemplet, i en tillfällig databas",
	    "Gör en tillfällig databas med exemplet och påhittade utfall och öppnar den "
	    "i "
	    "terminalen. När utskriften inte går till en terminal skrivs översikten i "
	    "stället. Databasen tas bort efteråt.",
	    NULL, 0, 0, -1, demo_run },
	{ "import", "SLAG FIL…", "läser in filer: CSV, XLSX eller JSON",
	    "Läser in filer av ett slag i en enda transaktion: blir något fel läses "
	    "ingenting in, och varje fel skrivs ut med fil, rad eller cell, kolumn och "
	    "vad som ska göras. Samma fil två gånger lägger inte till något. Med --prova "
	    "visas vad som skulle ändras, och --bara och --utom väljer bland åtgärderna. "
	    "Slagen utfall och lage tar också emot mallen ifylld, och läser den hel.",
	    import_options, 2, -1, 1, import_run },
	{ "export", "SLAG", "skriver ut uppgifter av ett slag som CSV, JSON eller XLSX",
	    "Skriver alla uppgifter av ett slag, med belopp i kr. Det som skrivs kan "
	    "läsas in med import i en tom databas.",
	    export_options, 1, 1, -1, export_run },
	{ "mall", "", "gör mallen som en förvaltning fyller i och skickar tillbaka",
	    "Skriver uppföljningsmallen för en omgång, som XLSX eller CSV: en rad per "
	    "åtgärd med mål och utfall, och tomma celler för det som ska rapporteras. "
	    "Ifylld läses den in med \"sparplan import lage\" eller \"sparplan import "
	    "utfall\", som båda läser allt i den.",
	    template_options, 0, 0, -1, template_run },
	{ "oversikt", "", "summerar mål, utfall och plan per grupp och år",
	    "Summerar planen. Utan --avser räknas utfallet till och med den senast "
	    "stängda omgångens månad, annars den senaste månaden med ett utfall, annars "
	    "den senaste hela månaden.",
	    overview_options, 0, 0, -1, overview_run },
	{ "rapport", "[NAMN [ÅTGÄRD]]", "skriver en bilaga till styrgrupp eller nämnd",
	    "Skriver en rapport. Utan namn räknas rapporterna och de fastställda "
	    "bilagorna upp. Med --faststall får bilagan ett nummer, och kan sedan "
	    "skrivas "
	    "igen som den var med --nr, i vilket format som helst.",
	    report_options, 0, 2, -1, report_run },
	{ "jamfor", "TIDPUNKT TIDPUNKT", "visar vad som skiljer två tidpunkter åt",
	    "Jämför programmet vid två tidpunkter: totalerna, och varje åtgärds "
	    "uppgifter "
	    "före och efter. En tidpunkt skrivs som till --per.",
	    compare_options, 2, 2, -1, compare_run },
	{ "kontroll", "", "kontrollerar databasen, summorna och uppgifterna",
	    "Kontrollerar databasen, planens summor och uppgifterna. Slutkoden är 1 när "
	    "något "
	    "är fel (FEL); det som bara bör ses över (OBS) ger 0.",
	    check_options, 0, 0, -1, check_run },
	{ "visa", "ÅTGÄRD", "visar en åtgärd och allt om den",
	    "Visar en åtgärd: uppgifter, mål, utfall, lägesrapporter och vad den är "
	    "kopplad till.",
	    show_options, 1, 1, -1, show_run },
	{ "andra", "ÅTGÄRD FÄLT=VÄRDE…", "ändrar en åtgärds uppgifter och mål",
	    "Ändrar fält som heter som i planfilen: status=pågående, \"2020 mkr=87\", "
	    "\"hela perioden mkr=80\". Ett tomt belopp tar bort målet. Har åtgärden "
	    "flera "
	    "mållinjer säger mottagare= eller kostnadsslag= vilken beloppen gäller.",
	    edit_options, 2, -1, -1, edit_run },
	{ "utfall", "ÅTGÄRD ÅÅÅÅ-MM BELOPP kr|tkr|mkr", "bokför en realiserad besparing",
	    "Bokför ett utfall. En känd referens med samma belopp lägger inte till "
	    "något; med "
	    "ett annat belopp vägras den, om inte --ratta bokför skillnaden.",
	    saving_options, 4, 4, -1, saving_run },
	{ "verifiera", "ÅTGÄRD ÅÅÅÅ-MM", "intygar utfall som någon annan har bokfört",
	    "Verifierar åtgärdens utfall för månaden. Den som verifierar får inte vara "
	    "den som har bokfört. Med --alla --till ÅÅÅÅ-MM i stället för åtgärd och "
	    "månad verifieras allt till och med månaden som någon annan har bokfört.",
	    verify_options, 0, 2, -1, verify_run },
	{ "lage", "ÅTGÄRD", "lämnar en lägesrapport",
	    "Lämnar en lägesrapport för en åtgärd.", status_options, 1, 2, -1,
	    status_run },
	{ "koppla", "ÅTGÄRD mål|mått|beslut|målbelopp KOD",
	    "säger vad en åtgärd har med ett mål, mått eller beslut att göra",
	    "Kopplar åtgärden till ett mål som den verkar för, ett mått som följer upp "
	    "den, ett beslut som den vilar på, eller (målbelopp) det beslut som satte "
	    "dess mål för ett år. Med --ta-bort tas kopplingen bort.",
	    link_options, 3, 3, -1, link_run },
	{ "omgang", "[NAMN]", "visar, skapar, stänger och öppnar rapporteringsomgångar",
	    "Räknar upp omgångarna med hur många av åtgärderna som räknas som har "
	    "rapporterat. Med ett namn (DÅ04-2021, DÅ08-2021, ÅR-2021 eller en månad, "
	    "2021-03) visas omgången och de åtgärder som saknar rapport; finns den inte "
	    "skapas den. En stängd omgång tar inte emot fler rapporter.",
	    round_options, 0, 1, -1, round_run },
	{ "installning", "[NAMN=VÄRDE…]",
	    "visar eller ändrar vikter, trösklar och regler",
	    "Visar alla inställningar, eller en med sin historik (installning vikt.gul), "
	    "eller ändrar dem: installning effekt.grön=98 effekt.gul=85. Ett tomt värde "
	    "återställer standardvärdet.",
	    setting_options, 0, -1, -1, setting_run },
	{ "program", "[KOD NAMN]", "räknar upp programmen, eller skapar ett till",
	    "Räknar upp databasens program med kod, namn och antal åtgärder. Med en kod "
	    "och ett namn skapas ett nytt, tomt program i samma databas. Andra kommandon "
	    "arbetar med det som --program säger.",
	    programme_options, 0, 2, -1, programme_run },
	{ "logg", "[ÅTGÄRD]", "visar vem som ändrade vad, och när",
	    "Visar ändringarna, den senaste först, med gammalt och nytt värde.", NULL, 0,
	    1, -1, log_run },
	{ "kopia", "FIL", "gör en säkerhetskopia medan andra arbetar",
	    "Skriver en hel och sammanhängande kopia av databasen.", backup_options, 1, 1,
	    0, backup_run },
	{ "vyer", "", "gör vyer i databasen för program som läser databaser",
	    "Gör vyerna v_public_* i databasen, för analysverktyg som läser den direkt: "
	    "åtgärder, mål, utfall, prognoser, lägen och annat, som de är nu. De följer "
	    "med när databasen kopieras, och görs om när den uppgraderas. Kommandot igen "
	    "ändrar ingenting.",
	    public_options, 0, 0, -1, public_run },
	{ "tangenter", "", "visar skärmarnas tangenter, som de skrivs i en egen fil",
	    "Skriver tabellen över tangenterna som gäller, att kopiera rader ur till "
	    "filen "
	    "tangenter i mappen sparplan under $XDG_CONFIG_HOME, annars ~/.config. Fel i "
	    "filen berättas.",
	    NULL, 0, 0, -1, keys_run },
	{ "terminaltest", "", "visar vad terminalen kan",
	    "Visar teckenkodning, terminaltyp, tecken och färg, och namnger de tangenter "
	    "som trycks tills q trycks: för den som hjälper någon vars skärm ser "
	    "konstig ut.",
	    NULL, 0, 0, -1, terminal_run },
	{ NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL }
};

const struct command *
command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

const char **
command_names(void)
{
	const char **names = g_new0(const char *, G_N_ELEMENTS(commands));

	for (size_t i = 0; commands[i].name; i++)
		names[i] = commands[i].name;
	return names;
}
