@echo off
rem Starts Carrel. With a first word of "cli" it runs the headless commands instead of the workbench.
setlocal EnableExtensions EnableDelayedExpansion
set "CARREL_HOME=%~dp0"
set "VISIT="

set "LAUNCHER="
for %%j in ("%CARREL_HOME%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fj"
if not defined LAUNCHER (
    echo Carrel's folder "%CARREL_HOME%" is not complete: unpack the archive again. 1>&2
    exit /b 1
)

set "JAVA_BIN="
call :try "%CARREL_HOME%jre\bin"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin"
for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try "%%~dpj."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*") do call :try "%%~fd\bin"
if not defined JAVA_BIN (
    echo Carrel needs Java 21 or newer and found none: install one, for example from https://adoptium.net, or set JAVA_HOME to the folder where it is. 1>&2
    exit /b 1
)

set JVM=--enable-native-access=ALL-UNNAMED -Xmx512m %CARREL_JAVA_OPTS% "-Djava.util.logging.config.file=%CARREL_HOME%logging.properties"
rem What the branch of this product wants comes before what somebody writes, who may want it otherwise. Among both may be
rem -carrel.portable: the data lies beside the program then, and goes where the program goes.
set "WANTED="
set "PORTABLE="
if exist "%CARREL_HOME%branch\start.ini" for /f "usebackq delims=" %%w in ("%CARREL_HOME%branch\start.ini") do (
    if "%%w"=="-carrel.portable" (set "PORTABLE=1") else (set "WANTED=!WANTED! "%%w"")
)
for %%w in (%*) do if "%%~w"=="-carrel.portable" set "PORTABLE=1"
if defined PORTABLE (
    set JVM=!JVM! "-Dcarrel.portable=%CARREL_HOME%data"
    if not defined CARREL_DATA set "CARREL_DATA=%CARREL_HOME%data"
)
if /i "%~1"=="cli" goto cli
if defined PORTABLE set WANTED=-data "%CARREL_HOME%data" !WANTED!
rem Signing out ends the program with 23: the next person signs in to another process, in whose memory nothing is left of
rem what the last one knew. So this script stays, in a window of its own that is out of the way. With 24 somebody goes
rem from a branch to practice mode, with 25 back. An update puts another file in the place of this one while it runs, and cmd
rem reads on where it was: so it reads nothing after the program but a label, wherever that is by then.
if not defined CARREL_STAYS (
    set "CARREL_STAYS=1"
    start "Carrel" /min cmd /c ""%~f0" %*"
    exit /b 0
)
:run
start "Carrel" /wait "%JAVA_BIN%\javaw.exe" %JVM% -jar "%LAUNCHER%" -nosplash %WANTED% %* %VISIT% & goto ended
:ended
set "ENDED=%ERRORLEVEL%"
if %ENDED% EQU 24 set "VISIT=-carrel.visit"
if %ENDED% EQU 25 set "VISIT="
if %ENDED% GEQ 23 if %ENDED% LEQ 25 goto run
exit /b %ENDED%

:cli
set "REST="
:next
shift
if not "%~1"=="" (
    set "REST=!REST! "%~1""
    goto next
)
"%JAVA_BIN%\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %JVM% -jar "%LAUNCHER%" -nosplash -application org.carrel.cli.application -data @none %WANTED%%REST% & exit /b !ERRORLEVEL!

rem Sets JAVA_BIN to the folder %1 when it is the first that holds a Java that is new enough.
:try
if defined JAVA_BIN exit /b 0
if not exist "%~1\java.exe" exit /b 0
set "MAJOR=0"
for /f "tokens=3" %%v in ('""%~1\java.exe" -version 2^>^&1 ^| findstr /c:" version ""') do (
    for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
)
if %MAJOR% GEQ 21 set "JAVA_BIN=%~1"
exit /b 0
