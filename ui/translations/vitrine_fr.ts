<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AttractScreen</name>
        <message>
            <source>See it on you,
before you decide.</source>
            <translation>Voyez-le sur vous,
avant de choisir.</translation>
        </message>
        <message>
            <source>Step up and touch. Your picture stays in this mirror and is gone when you leave.</source>
            <translation>Approchez et touchez l’écran. Votre image reste dans ce miroir et disparaît quand vous partez.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.</source>
            <translation>La caméra suit votre visage uniquement pour poser la couleur. Personne n’est reconnu, rien n’est enregistré.</translation>
        </message>
    </context>
    <context>
        <name>ComfortPage</name>
        <message>
            <source>Make yourself comfortable</source>
            <translation>Mettez-vous à l’aise</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Everything within reach</source>
            <translation>Tout à portée de main</translation>
        </message>
        <message>
            <source>Brings every control and the picture lower</source>
            <translation>Abaisse l’image et toutes les commandes</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>Black on white</source>
            <translation>Noir sur blanc</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Texte plus grand</translation>
        </message>
        <message>
            <source>Easier to read from afar</source>
            <translation>Plus facile à lire de loin</translation>
        </message>
    </context>
    <context>
        <name>CompareSlider</name>
        <message>
            <source>Before and now</source>
            <translation>Avant et maintenant</translation>
        </message>
        <message>
            <source>before</source>
            <translation>avant</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>Slide to compare with before</source>
            <translation>Glissez pour comparer avec avant</translation>
        </message>
    </context>
    <context>
        <name>GoodbyeScreen</name>
        <message>
            <source>See you soon.</source>
            <translation>À bientôt.</translation>
        </message>
        <message>
            <source>Nothing was kept: not your picture, not what you tried, not your picks.</source>
            <translation>Rien n’a été gardé : ni votre image, ni vos essais, ni votre sélection.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>Nothing was kept here. The picture for your phone waits ten minutes behind its code, then it is gone too.</source>
            <translation>Rien n’a été gardé ici. La photo pour votre téléphone attend dix minutes derrière son code, puis disparaît aussi.</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>What you can do here</source>
            <translation>Ce que vous pouvez faire ici</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Touch a shade and see it on you. Slide along the shades to compare them.</source>
            <translation>Touchez une teinte pour la voir sur vous. Glissez d’une teinte à l’autre pour comparer.</translation>
        </message>
        <message>
            <source>Slide the handle under your face to see before and now side by side.</source>
            <translation>Glissez la poignée sous votre visage pour voir avant et maintenant côte à côte.</translation>
        </message>
        <message>
            <source>Undo takes back one step. Nothing you touch here can go wrong.</source>
            <translation>Annuler revient un pas en arrière. Rien de ce que vous touchez ici ne peut mal tourner.</translation>
        </message>
        <message>
            <source>Add what you like to your picks and show the list to one of us.</source>
            <translation>Ajoutez ce qui vous plaît à votre sélection et montrez-nous la liste.</translation>
        </message>
        <message>
            <source>Your picture stays in this mirror unless you send one to your phone, and is gone when you leave.</source>
            <translation>Votre image reste dans ce miroir, sauf la photo que vous envoyez sur votre téléphone, et disparaît à votre départ.</translation>
        </message>
        <message>
            <source>Rather talk to a person? Wave to one of us, we know this mirror well.</source>
            <translation>Envie de parler à quelqu’un ? Faites-nous signe, nous connaissons bien ce miroir.</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>Which language do you like?</source>
            <translation>Quelle langue préférez-vous ?</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
    </context>
    <context>
        <name>LooksShelf</name>
        <message>
            <source>Wear a whole look, then change any piece of it.</source>
            <translation>Portez un look entier, puis changez ce que vous voulez.</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, sur vous</translation>
        </message>
    </context>
    <context>
        <name>PicksPage</name>
        <message>
            <source>My picks</source>
            <translation>Ma sélection</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>Total, TVA comprise</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer à essayer</translation>
        </message>
        <message>
            <source>Nothing here yet. When a shade suits you, add it to your picks and find it again here.</source>
            <translation>Rien pour l’instant. Quand une teinte vous va, ajoutez-la à votre sélection et retrouvez-la ici.</translation>
        </message>
        <message>
            <source>Show this list to one of us, and we bring everything. It goes when you leave.</source>
            <translation>Montrez-nous cette liste et nous apportons tout. Elle disparaît quand vous partez.</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Essayer %1</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>shade</comment>
            <translation>%1 · sur vous</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Retirer %1</translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Your reflection</source>
            <translation>Votre reflet</translation>
        </message>
    </context>
    <context>
        <name>ProductShelf</name>
        <message>
            <source>%1, %2</source>
            <comment>kind, finish</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Styles</source>
            <translation>Styles</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, sur vous</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>description, size</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Shades</source>
            <translation>Teintes</translation>
        </message>
        <message>
            <source>%1 · %2, a %3</source>
            <comment>shade code, shade name, colour in words</comment>
            <translation>%1 · %2, %3</translation>
        </message>
        <message>
            <source>Touch a shade to see it on you, or slide along them</source>
            <translation>Touchez une teinte pour la voir sur vous, ou glissez</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Léger</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Intensité</translation>
        </message>
        <message>
            <source>Rich</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>Find my shade</source>
            <translation>Trouver ma teinte</translation>
        </message>
    </context>
    <context>
        <name>QrCode</name>
        <message>
            <source>A code for your phone’s camera</source>
            <translation>Un code pour l’appareil photo de votre téléphone</translation>
        </message>
    </context>
    <context>
        <name>RestingPicture</name>
        <message>
            <source>One moment…</source>
            <translation>Un instant…</translation>
        </message>
        <message>
            <source>The mirror is taking a short rest</source>
            <translation>Le miroir fait une petite pause</translation>
        </message>
        <message>
            <source>Your reflection is on its way.</source>
            <translation>Votre reflet arrive.</translation>
        </message>
        <message>
            <source>Look through every shade meanwhile. Your reflection comes back by itself.</source>
            <translation>Parcourez toutes les teintes en attendant. Votre reflet revient tout seul.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
    </context>
    <context>
        <name>ScanToast</name>
        <message>
            <source>What you showed to the mirror</source>
            <translation>Ce que vous avez montré au miroir</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Your order %1</source>
            <translation>Votre commande %1</translation>
        </message>
        <message>
            <source>Coupon %1</source>
            <translation>Bon de réduction %1</translation>
        </message>
        <message>
            <source>We do not sell this</source>
            <translation>Nous ne vendons pas cet article</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>Nous ne connaissons pas ce code</translation>
        </message>
        <message>
            <source>We may have something like it.</source>
            <translation>Nous avons peut-être quelque chose de semblable.</translation>
        </message>
        <message>
            <source>It is not one of this shop’s.</source>
            <translation>Il n’est pas de ce magasin.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Essayer</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Essayer %1</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Dans votre panier</translation>
        </message>
        <message>
            <source>Add to cart</source>
            <translation>Ajouter au panier</translation>
        </message>
        <message>
            <source>Add %1 to cart</source>
            <translation>Ajouter %1 au panier</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>L’utiliser</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>L’afficher</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>Demandez-nous</translation>
        </message>
    </context>
    <context>
        <name>ShadePage</name>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Regardez le miroir bien en face</translation>
        </message>
        <message>
            <source>Nearest to your skin</source>
            <translation>Au plus près de votre peau</translation>
        </message>
        <message>
            <source>I cannot tell in this light</source>
            <translation>Impossible à dire sous cette lumière</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Mesurer à nouveau</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer l’essayage</translation>
        </message>
        <message>
            <source>The mirror reads the colour of your skin for two seconds. Nothing of it is kept.</source>
            <translation>Le miroir lit la couleur de votre peau pendant deux secondes. Rien n’en est gardé.</translation>
        </message>
        <message>
            <source>Touch one to see it on you.</source>
            <translation>Touchez-en une pour la voir sur vous.</translation>
        </message>
        <message>
            <source>None of its shades is close to your skin. Ask us for another foundation.</source>
            <translation>Aucune de ses teintes n’est proche de votre peau. Demandez-nous un autre fond de teint.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>shade code, shade name</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shade, how it differs from the skin</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>how a shade differs</comment>
            <translation>%1 · sur vous</translation>
        </message>
        <message>
            <source>ΔE %1</source>
            <translation>ΔE %1</translation>
        </message>
    </context>
    <context>
        <name>SnapshotPage</name>
        <message>
            <source>Look into the mirror</source>
            <translation>Regardez dans le miroir</translation>
        </message>
        <message>
            <source>Your picture</source>
            <translation>Votre photo</translation>
        </message>
        <message>
            <source>Take another picture</source>
            <translation>Reprendre une photo</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>L’effacer</translation>
        </message>
        <message>
            <source>On its way…</source>
            <translation>En route…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Send to my phone</source>
            <translation>L’envoyer sur mon téléphone</translation>
        </message>
        <message>
            <source>It is in this mirror only, and gone when you let it go or leave.</source>
            <translation>Elle n’est que dans ce miroir, et disparaît quand vous l’effacez ou partez.</translation>
        </message>
        <message>
            <source>A page for your phone is being made ready.</source>
            <translation>Une page se prépare pour votre téléphone.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Your picture waits there for ten minutes, then it is gone.</source>
            <translation>Visez le code avec l’appareil photo du téléphone. Votre photo y attend dix minutes, puis disparaît.</translation>
        </message>
        <message>
            <source>It could not be sent just now. It is still here.</source>
            <translation>Elle n’a pas pu être envoyée. Elle est toujours là.</translation>
        </message>
        <message>
            <source>This mirror sends no pictures to phones: this one is for looking, and gone when you let it go or leave.</source>
            <translation>Ce miroir n’envoie pas de photos aux téléphones : celle-ci est à regarder, et disparaît quand vous l’effacez ou partez.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
        <message>
            <source>What you are wearing in it</source>
            <translation>Ce que vous y portez</translation>
        </message>
    </context>
    <context>
        <name>StillTherePage</name>
        <message>
            <source>Still there?</source>
            <translation>Toujours là ?</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>J’ai terminé</translation>
        </message>
        <message>
            <source>I’m still here</source>
            <translation>Je suis là</translation>
        </message>
        <message>
            <source>In a few seconds everything from this visit is cleared, so that the next person finds a fresh mirror.</source>
            <translation>Dans quelques secondes, tout ce qui vient de cette visite s’efface, pour que la personne suivante trouve un miroir tout neuf.</translation>
        </message>
    </context>
    <context>
        <name>TryPage</name>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>On you: %1</source>
            <extracomment>Opens the list of products on the face. %n is how many there are.</extracomment>
            <translation>Sur vous : %1</translation>
        </message>
        <message>
            <source>On you</source>
            <translation>Sur vous</translation>
        </message>
        <message>
            <source>See what is in it</source>
            <translation>Voir ce qu’il contient</translation>
        </message>
        <message>
            <source>In my picks</source>
            <translation>Dans ma sélection</translation>
        </message>
        <message>
            <source>Add to my picks</source>
            <translation>Ajouter à ma sélection</translation>
        </message>
        <message>
            <source>My picks</source>
            <translation>Ma sélection</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>Langue : %1</translation>
        </message>
        <message>
            <source>Comfort</source>
            <translation>Confort</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>J’ai terminé</translation>
        </message>
        <message>
            <source>Take a picture</source>
            <translation>Prendre une photo</translation>
        </message>
    </context>
    <context>
        <name>WearingPage</name>
        <message>
            <source>On you now</source>
            <translation>Sur vous maintenant</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Take it all off</source>
            <translation>Tout enlever</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer à essayer</translation>
        </message>
        <message>
            <source>Nothing yet. Touch a shade, and it is on you.</source>
            <translation>Rien pour l’instant. Touchez une teinte, et vous la portez.</translation>
        </message>
        <message>
            <source>How much of %1</source>
            <translation>Intensité de %1</translation>
        </message>
        <message>
            <source>Take off %1</source>
            <translation>Enlever %1</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Lips</source>
            <translation>Lèvres</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>Yeux</translation>
        </message>
        <message>
            <source>Brows</source>
            <translation>Sourcils</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>Teint</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Looks</translation>
        </message>
        <message>
            <source>Lipstick</source>
            <translation>Rouge à lèvres</translation>
        </message>
        <message>
            <source>Lip liner</source>
            <translation>Crayon à lèvres</translation>
        </message>
        <message>
            <source>Eyeshadow</source>
            <translation>Fard à paupières</translation>
        </message>
        <message>
            <source>Eyeliner</source>
            <translation>Eye-liner</translation>
        </message>
        <message>
            <source>Mascara</source>
            <translation>Mascara</translation>
        </message>
        <message>
            <source>Brow colour</source>
            <translation>Couleur sourcils</translation>
        </message>
        <message>
            <source>Blush</source>
            <translation>Blush</translation>
        </message>
        <message>
            <source>Bronzer</source>
            <translation>Poudre bronzante</translation>
        </message>
        <message>
            <source>Contour</source>
            <translation>Contour</translation>
        </message>
        <message>
            <source>Highlighter</source>
            <translation>Enlumineur</translation>
        </message>
        <message>
            <source>Foundation</source>
            <translation>Fond de teint</translation>
        </message>
        <message>
            <source>Coloured lenses</source>
            <translation>Lentilles colorées</translation>
        </message>
        <message>
            <source>matte</source>
            <translation>fini mat</translation>
        </message>
        <message>
            <source>satin</source>
            <translation>fini satiné</translation>
        </message>
        <message>
            <source>glossy</source>
            <translation>fini brillant</translation>
        </message>
        <message>
            <source>sheer</source>
            <translation>fini transparent</translation>
        </message>
        <message>
            <source>metallic</source>
            <translation>fini métallisé</translation>
        </message>
        <message>
            <source>shimmering</source>
            <translation>fini irisé</translation>
        </message>
        <message>
            <source>Lid</source>
            <translation>Paupière</translation>
        </message>
        <message>
            <source>Crease</source>
            <translation>Creux</translation>
        </message>
        <message>
            <source>Halo</source>
            <translation>Halo</translation>
        </message>
        <message>
            <source>Classic</source>
            <translation>Classique</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Fin</translation>
        </message>
        <message>
            <source>Wing</source>
            <translation>Ailé</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>Naturel</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>Apples</source>
            <translation>Pommettes</translation>
        </message>
        <message>
            <source>Draped</source>
            <translation>Drapé</translation>
        </message>
        <message>
            <source>Concealer</source>
            <translation>Anticernes</translation>
        </message>
        <message>
            <source>All over</source>
            <translation>Uniforme</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Contour net</translation>
        </message>
        <message>
            <source>Ombré</source>
            <translation>Ombré</translation>
        </message>
        <message>
            <source>Two-tone</source>
            <translation>Bicolore</translation>
        </message>
        <message>
            <source>Smoky</source>
            <translation>Charbonneux</translation>
        </message>
        <message>
            <source>Cut crease</source>
            <translation>Cut crease</translation>
        </message>
        <message>
            <source>Cat eye</source>
            <translation>Œil de chat</translation>
        </message>
        <message>
            <source>Smudged</source>
            <translation>Estompé</translation>
        </message>
        <message>
            <source>Graphic</source>
            <translation>Graphique</translation>
        </message>
        <message>
            <source>Wispy</source>
            <translation>Effilé</translation>
        </message>
        <message>
            <source>Doll eye</source>
            <translation>Poupée</translation>
        </message>
        <message>
            <source>Defined</source>
            <translation>Dessiné</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>Liftant</translation>
        </message>
        <message>
            <source>Sun-kissed</source>
            <translation>Bonne mine</translation>
        </message>
        <message>
            <source>For my face</source>
            <translation>Pour mon visage</translation>
        </message>
        <message>
            <source>Oval</source>
            <translation>Ovale</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Rond</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Carré</translation>
        </message>
        <message>
            <source>Heart</source>
            <translation>Cœur</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Allongé</translation>
        </message>
        <message>
            <source>Vivid</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>very light</source>
            <translation>très clair</translation>
        </message>
        <message>
            <source>light</source>
            <translation>clair</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>moyen</translation>
        </message>
        <message>
            <source>deep</source>
            <translation>profond</translation>
        </message>
        <message>
            <source>very deep</source>
            <translation>très profond</translation>
        </message>
        <message>
            <source>warm</source>
            <translation>chaud</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>neutre</translation>
        </message>
        <message>
            <source>cool</source>
            <translation>froid</translation>
        </message>
        <message>
            <source>black</source>
            <translation>noir</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>gris</translation>
        </message>
        <message>
            <source>white</source>
            <translation>blanc</translation>
        </message>
        <message>
            <source>beige</source>
            <translation>beige</translation>
        </message>
        <message>
            <source>brown</source>
            <translation>brun</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>rose</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rouge</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>orange</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>doré</translation>
        </message>
        <message>
            <source>green</source>
            <translation>vert</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>bleu canard</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>bleu</translation>
        </message>
        <message>
            <source>purple</source>
            <translation>violet</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <extracomment>A shade in words. %1 how deep ("deep"), %2 how warm ("cool"), %3 the colour ("red")</extracomment>
            <translation>%3 %1, %2</translation>
        </message>
        <message>
            <source>Stand in front of the mirror</source>
            <translation>Placez-vous face au miroir</translation>
        </message>
        <message>
            <source>Come a little closer</source>
            <translation>Approchez-vous un peu</translation>
        </message>
        <message>
            <source>Take a small step back</source>
            <translation>Reculez d’un petit pas</translation>
        </message>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Regardez le miroir bien en face</translation>
        </message>
        <message>
            <source>A little more light would help</source>
            <translation>Un peu plus de lumière aiderait</translation>
        </message>
        <message>
            <source>as your skin</source>
            <translation>comme votre peau</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>a touch lighter</source>
            <translation>un rien plus clair</translation>
        </message>
        <message>
            <source>lighter</source>
            <translation>plus clair</translation>
        </message>
        <message>
            <source>a touch deeper</source>
            <translation>un rien plus foncé</translation>
        </message>
        <message>
            <source>deeper</source>
            <translation>plus foncé</translation>
        </message>
        <message>
            <source>a touch warmer</source>
            <translation>un rien plus doré</translation>
        </message>
        <message>
            <source>warmer</source>
            <translation>plus doré</translation>
        </message>
        <message>
            <source>a touch cooler</source>
            <translation>un rien plus rosé</translation>
        </message>
        <message>
            <source>cooler</source>
            <translation>plus rosé</translation>
        </message>
        <message>
            <source>Stand in front of the mirror, with all of your face in the picture.</source>
            <translation>Placez-vous devant le miroir, tout le visage dans l’image.</translation>
        </message>
        <message>
            <source>Come a little closer.</source>
            <translation>Approchez-vous un peu.</translation>
        </message>
        <message>
            <source>Look straight at the mirror and hold still.</source>
            <translation>Regardez le miroir bien en face, sans bouger.</translation>
        </message>
        <message>
            <source>Take off dark glasses and open your eyes: their white tells the mirror what the light is like.</source>
            <translation>Retirez vos lunettes sombres et ouvrez les yeux : leur blanc dit au miroir quelle est la lumière.</translation>
        </message>
        <message>
            <source>It is too dark here. Step where more light falls on your face.</source>
            <translation>Il fait trop sombre ici. Placez-vous là où votre visage est mieux éclairé.</translation>
        </message>
        <message>
            <source>The light on your face is too bright. Step a little out of it.</source>
            <translation>La lumière sur votre visage est trop forte. Écartez-vous-en un peu.</translation>
        </message>
        <message>
            <source>The two sides of your face are in different light. Turn so that it falls from the front.</source>
            <translation>Les deux côtés de votre visage sont éclairés différemment. Tournez-vous pour que la lumière vienne de face.</translation>
        </message>
        <message>
            <source>The light here is too coloured. Ask one of us: we match you in daylight.</source>
            <translation>La lumière ici est trop colorée. Demandez-nous : nous trouvons votre teinte à la lumière du jour.</translation>
        </message>
        <message>
            <source>The mirror has no picture just now. Ask one of us: we match you by hand.</source>
            <translation>Le miroir n’a pas d’image pour le moment. Demandez-nous : nous cherchons votre teinte à la main.</translation>
        </message>
    </context>
    <context>
        <name>PeopleSwitch</name>
        <message>
            <source>Who is being dressed</source>
            <translation>Qui se maquille</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Vous</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>Votre ami(e)</translation>
        </message>
        <message>
            <source>Friend %1</source>
            <translation>Ami(e) %1</translation>
        </message>
        <message>
            <source>Dress your friend too</source>
            <translation>Maquiller aussi votre ami(e)</translation>
        </message>
    </context>
</TS>
