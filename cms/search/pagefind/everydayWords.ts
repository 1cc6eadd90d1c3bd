import type { Locale } from '../../library/locales.ts';

/**
 * Everyday words of families, which a library may not have: they are spelled right, so no other word was meant. Folded, and written by hand: each change
 * keeps the test of false corrections (test/search).
 */
const words: Record<Locale, string> = {
  en: `husband wife boyfriend girlfriend fiance partner spouse mother mom mommy dad daddy father brother sister sibling uncle aunt auntie cousin nephew niece
    grandma grandpa grandmother grandfather grandson granddaughter stepson stepdad stepmom inlaws roommate neighbor coworker boss landlord lawyer cop police jail prison
    church pastor priest school college teacher coach daycare babysitter hospital doctor nurse dentist pharmacy clinic ambulance bed bath couch kitchen bedroom garage
    basement truck bike train plane ticket phone text email facebook money cash rent bills debt loan bank credit steal stole stolen thief pawn borrow spend buy sell
    sold shop store gas food eat ate dinner lunch breakfast cook fat thin sick vomit fever cough headache pain hurt blood cut wound fall fell hit kick slap punch yell
    scream cry cried crying laugh smile hate love kiss hug sex cheat cheated affair divorce divorced marry married marriage custody pregnant pregnancy birth born dead
    died death funeral grave sad mad angry upset lonely bored ashamed guilty crazy stupid lazy mean nice kind beer wine whiskey vodka tequila rum liquor bottle drunk
    hangover weed marijuana pot joint bong vape smoke smoking cigarette tobacco coke cocaine crack meth speed acid shrooms molly ecstasy pills needle needles syringe
    foil pipe dealer plug stash hide hides hid hidden sneaks lies lied liar dog cat pet music movie game games gaming casino gamble gambling football soccer gym run
    walk swim sleep slept nap awake tired weak strong week month year today tomorrow yesterday morning night weekend birthday holiday christmas thanksgiving easter
    house homeless shelter street texas florida california mexico visa immigration papers deported deportation citizen green card army veteran veterans soldier war wait
    waits waiting worse worst better best bad good great nothing everything someone anyone everyone nobody people person man woman boy girl guy friend friends family
    leave leaves left stay stays quit quits quitting stop stops stopped start starts started keep keeps kept help helps helped fake real true false easy hard fast slow early late`,
  es: `esposo esposa marido mujer novio novia pareja mama papa madre padre hermano hermana tio tia primo prima sobrino sobrina abuelo abuela abuelita nieto nieta suegro
    suegra cunado cunada yerno nuera padrastro madrastra hijastro compadre comadre vecino vecina jefe patron abogado policia carcel prision iglesia pastor cura escuela
    maestra hospital doctor doctora enfermera farmacia ambulancia cama sillon cocina cuarto garaje camioneta troca bicicleta avion boleto telefono celular mensaje
    correo dinero plata renta deuda prestamo banco robar robo roba ladron empenar vender vendio comprar tienda comida comer cena desayuno cocinar gordo flaco enfermo
    vomito fiebre tos dolor sangre herida caer cayo golpe patada cachetada grita gritar llora llorar llorando reir odio amor beso abrazo sexo engano infiel divorcio
    casado casarse matrimonio custodia embarazada embarazo bebe nacer muerto murio muerte funeral triste enojado enojada molesto solo sola aburrido culpable loco loca
    flojo malo buena bueno cerveza vino whisky vodka tequila ron botella borracho borracha cruda resaca mota marihuana hierba cigarro tabaco fumar coca cocaina cristal
    piedra heroina pastillas aguja jeringa pipa esconder esconde escondido mentira mentiras mentiroso perro gato musica pelicula juego casino apostar futbol gimnasio
    correr caminar dormir siesta despierto cansado debil fuerte semana mes ano hoy manana ayer noche cumpleanos navidad pascua casa calle refugio mexico papeles
    migracion deportar deportado residencia ejercito veterano guerra esperar peor mejor nada todo alguien nadie gente persona hombre muchacho muchacha nino nina joven
    amigo amiga familia irse quedarse dejar parar empezar ayudar ayuda`,
};

export const everydayWords: Record<Locale, readonly string[]> = { en: words.en.split(/\s+/), es: words.es.split(/\s+/) };
